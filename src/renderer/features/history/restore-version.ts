import type { Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { openRecords } from '../../store/records.ts'

export interface Restoring {
  readonly id: string
  readonly rev: number
  /** The revision that the person has compared it with. */
  readonly baseRev: number
  /** Instead of the version's own, which another record bears by now. */
  readonly title?: string | undefined
}

/**
 * Writes the version as a new one. Null: what is typed in the record could not be saved, and would be lost under it.
 * @throws AppError as `history.restore`
 */
export async function restoreVersion({ id, rev, baseRev, title }: Restoring): Promise<Output<'history.restore'> | null> {
  if (!(await openRecords.flush(id))) return null
  return client.call('history.restore', { id, rev, baseRev, ...(title === undefined ? {} : { title }) })
}
