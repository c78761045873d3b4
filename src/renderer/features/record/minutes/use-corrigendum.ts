import type { DraftCorrigendum } from '../../../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { shownValue, type OpenRecord } from '../../../store/records/open-record.ts'
import { changedDraft, newDraft } from './corrigendum-draft.ts'

const keptIn = (entry: OpenRecord | undefined) => (entry && (shownValue(entry, 'draftCorrigendum') as DraftCorrigendum | null)) ?? null

/** The corrigendum in preparation as it is kept, in this window or on the disk; null when there is none. */
export const useKeptCorrigendum = (id: string): DraftCorrigendum | null => useOpenRecords(({ [id]: entry }) => keptIn(entry))

export const keptCorrigendum = (id: string): DraftCorrigendum | null => keptIn(openRecords.store.getState()[id])

/** Keeps it with the record, which saves it as it saves a text; null: there is none any more. */
export const keepCorrigendum = (id: string, draft: DraftCorrigendum | null): void => openRecords.edit(id, { draftCorrigendum: draft })

/** Changes it, and begins it when there is none. */
export function changeCorrigendum(id: string, adopted: MeetingRecord, part: Parameters<typeof changedDraft>[2]): void {
  const now = keptCorrigendum(id) ?? newDraft(adopted)
  keepCorrigendum(id, changedDraft(adopted, now, part))
}
