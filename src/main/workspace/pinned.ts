import { crc32 } from 'node:zlib'
import { withLaterFields } from '../../shared/model/later-fields.ts'
import type { AnyRecord } from '../../shared/model/record.ts'

/**
 * Others have this version, so the history never thins it: it was circulated or published. A circulated draft is the one
 * that a command made so; what is typed in it afterwards is the next draft, and thinned like any other. Adopted texts: see
 * {@link fixedMark}.
 */
export function isPinned(record: AnyRecord, isCommand: boolean): boolean {
  if (record.kind === 'study') return record.stage === 'published'
  return record.kind === 'meeting' && record.stage === 'circulated' && (isCommand || record.rev === 1)
}

/**
 * Tells adopted texts of one record apart by what was recorded of them: the hash of the adoption and the corrigenda; 0 for
 * what is not adopted. The version that brings another mark (adopted, corrected, or that taken back) is never thinned; those
 * after it, in which a tick or a tag was recorded, are thinned like any other.
 */
export function fixedMark(record: AnyRecord): number {
  if (record.kind !== 'meeting' || record.stage !== 'adopted') return 0
  const { adoptedHash, corrigenda } = withLaterFields(record)
  return crc32(JSON.stringify([adoptedHash, corrigenda])) || 1
}
