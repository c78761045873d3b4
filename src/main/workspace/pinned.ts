import type { AnyRecord } from '../../shared/model/record.ts'

/**
 * Others have this version, so the history never thins it: it was circulated, adopted, corrected or published. A circulated draft
 * is the one that a command made so; what is typed in it afterwards is the next draft, and thinned like any other.
 */
export function isPinned(record: AnyRecord, isCommand: boolean): boolean {
  if (record.kind === 'study') return record.stage === 'published'
  if (record.kind !== 'meeting') return false
  return record.stage === 'adopted' || (record.stage === 'circulated' && (isCommand || record.rev === 1))
}
