/** What closing this window, or its workspace, would cost. */
import type { UnsavedRecord } from '../../shared/contract/app.ts'
import { shownRecord, type OpenRecord } from './records/open-record.ts'

type Records = Readonly<Record<string, OpenRecord>>

const reasonOf = ({ conflict, refused }: OpenRecord): UnsavedRecord['reason'] =>
  conflict ? 'conflict' : Object.keys(refused).length > 0 ? 'refused' : 'failed'

/** Every record with something typed that the host has not acknowledged. */
export const unsavedRecords = (records: Records): UnsavedRecord[] =>
  Object.values(records)
    .filter(({ draft }) => Object.keys(draft).length > 0)
    .map((entry) => ({ id: entry.id, title: shownRecord(entry)?.title ?? '', reason: reasonOf(entry) }))

/** Records that could not be saved and wait for a person. `shown` is on the screen and says so itself. */
export const strandedRecords = (records: Records, shown: string | null): OpenRecord[] =>
  Object.values(records).filter(
    ({ id, record, status }) => id !== shown && record !== null && (status === 'failed' || status === 'conflict'),
  )
