/** What the record around a text says: its day, its language, who was what then. */
import { client } from '../../api/client.ts'
import type { Suggestion } from '../../../shared/contract/lists.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { localDay } from '../../i18n/dates.ts'
import { openRecords } from '../../store/records.ts'
import { shownRecord } from '../../store/records/open-record.ts'

/** Names shown while completing. */
const OFFERED = 8

/** The record with what is typed over it. */
export function textRecord(id: string): AnyRecord | null {
  const entry = openRecords.store.getState()[id]
  return entry ? shownRecord(entry) : null
}

/** When a meeting is held or a note was made, a partial date; empty where that is not known. */
export function textDate(id: string): string {
  const record = textRecord(id)
  if (record?.kind === 'meeting') return record.start
  return record?.kind === 'note' ? record.date : ''
}

/** The day from which "next Friday" is reckoned, `YYYY-MM-DD`: the text's own, else today. */
export function textDay(id: string): string {
  const date = textDate(id)
  return date.length === 10 ? date : localDay()
}

/** BCP 47; empty where the record does not say. */
export const textLanguage = (id: string): string => textRecord(id)?.language ?? ''

/** Whose names are looked for: all records, persons, or persons, organisations and bodies. */
export type Sought = 'all' | 'people' | 'contacts'

/** Names that begin so; people with the post that they held on the day of the text. A lost host offers nothing: the frame says that it is lost. */
export const suggestNames = (id: string, text: string, sought: Sought): Promise<readonly Suggestion[]> =>
  client
    .call('links.suggest', {
      text,
      limit: OFFERED,
      on: textDate(id),
      ...(sought !== 'all' && { kinds: ['contact'] }),
      ...(sought === 'people' && { contactTypes: ['person'] }),
    })
    .catch(() => [])
