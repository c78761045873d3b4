import type { RecordHead } from './head.ts'
import type { AnyRecord } from './record.ts'

/** An adopted text changes by corrigendum only; how it is filed may still change. */
export const isAdoptedText = (record: AnyRecord | RecordHead): boolean => record.kind === 'meeting' && record.stage === 'adopted'
