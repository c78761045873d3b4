import { useMemo } from 'react'
import { standingTasks } from '../../../../shared/markdown/standing.ts'
import type { Task } from '../../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../../shared/model/adopted-text.ts'
import { useOpenRecords } from '../../../store/records.ts'

/** How the actions of an adopted text stand by now, by their lines; null for a text that is not adopted. */
export function useRecorded(id: string, text: string): ReadonlyMap<number, Pick<Task, 'state'>> | null {
  const record = useOpenRecords((records) => records[id]?.record)
  return useMemo(() => {
    if (!record || !isAdoptedText(record)) return null
    // of another text, such as one that was typed before it turned out to be adopted, nothing is recorded
    return new Map(record.body === text ? standingTasks(record).map((task) => [task.line, task]) : [])
  }, [record, text])
}
