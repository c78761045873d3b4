import type { AnyRecord, MeetingRecord, NoteRecord } from './record.ts'
import type { Kind } from './common.ts'

/** Decisions are taken at meetings, and between them by what a note says; what becomes of them is recorded beside both. */
export const isKindWithLog = (kind: Kind): kind is 'meeting' | 'note' => kind === 'meeting' || kind === 'note'

/** Whether what becomes of the record's actions and decisions is recorded beside its text. */
export const hasLog = (record: AnyRecord): record is MeetingRecord | NoteRecord => isKindWithLog(record.kind)
