import { useDeferredValue, useMemo } from 'react'
import { standingDecisions, standingTasks } from '../../../shared/markdown/standing.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { useOpenRecords } from '../../store/records.ts'

/** The actions and decisions of a record as its text says them at this moment: also what is typed and not saved yet. */
export function useStanding(record: AnyRecord) {
  const draft = useOpenRecords((records) => records[record.id]?.draft['body'])
  // typing goes first: a long text is read when there is a pause
  const body = useDeferredValue(typeof draft === 'string' ? draft : record.body)
  return useMemo(() => {
    const now: AnyRecord = { ...record, body }
    return { tasks: standingTasks(now), decisions: standingDecisions(now) }
  }, [record, body])
}
