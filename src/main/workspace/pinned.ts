import type { AnyRecord } from '../../shared/model/record.ts'

/** Others have this version: it was circulated, adopted or published, so the history never thins it. */
export function isPinned(record: AnyRecord): boolean {
  if (record.kind === 'study') return record.stage === 'published'
  return record.kind === 'meeting' && (record.stage === 'circulated' || record.stage === 'adopted')
}
