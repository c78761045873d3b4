import { useEffect, useMemo, useState } from 'react'
import { followedThrough } from '../../../shared/markdown/followed-through.ts'
import { orphansOf, standingDecisions, standingTasks } from '../../../shared/markdown/standing.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { useOpenRecords } from '../../store/records.ts'

/** The shortest rest between two keys in which the lists beside the text are made anew. */
const REST_MS = 120

/** The text as it is typed, at each rest; of another record at once. */
function useRestingText(id: string, text: string): string {
  const [rested, setRested] = useState({ id, text })
  useEffect(() => {
    const timer = setTimeout(() => setRested({ id, text }), REST_MS)
    return () => clearTimeout(timer)
  }, [id, text])
  return rested.id === id ? rested.text : text
}

/** The actions and decisions of a record as its text says them at this moment: also what is typed and not saved yet. */
export function useStanding(record: AnyRecord) {
  const draft = useOpenRecords((records) => records[record.id]?.draft['body'])
  const body = useRestingText(record.id, typeof draft === 'string' ? draft : record.body)
  return useMemo(() => {
    // what is typed is saved with the log carried to it
    const now: AnyRecord = hasLog(record)
      ? { ...record, body, followUp: followedThrough(record.body, body, record.followUp) }
      : { ...record, body }
    return { tasks: standingTasks(now), decisions: standingDecisions(now), orphans: orphansOf(now) }
  }, [record, body])
}
