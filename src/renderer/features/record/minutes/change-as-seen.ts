/** Commands about a text as a person saw it: nothing that somebody wrote meanwhile is cleared, circulated or adopted unread. */
import { adoptedDocument } from '../../../../shared/markdown/adopted-document.ts'
import type { AnyRecord } from '../../../../shared/model/record.ts'
import { openRecords } from '../../../store/records.ts'
import { shownRecord } from '../../../store/records/open-record.ts'

/** `unsaved`: what is typed could not be saved. `changed`: it reads otherwise than it was shown. */
export type NotAsSeen = 'unsaved' | 'changed'

/** The text with what adoption fixes beside it, as the window shows it now. */
export function shownDocument(id: string): string {
  const entry = openRecords.store.getState()[id]
  const record = entry && shownRecord(entry)
  return record?.kind === 'meeting' ? adoptedDocument(record) : ''
}

/**
 * Saves what is typed, then gives the command, if the text is still the one that was `seen`; other changes of the record
 * meanwhile do not matter.
 */
export async function changeAsSeen<T extends { readonly record: AnyRecord }>(
  id: string,
  seen: string,
  give: (baseRev: number) => Promise<T>,
): Promise<T | NotAsSeen> {
  let refused: NotAsSeen | null = null
  await openRecords.flush(id)
  try {
    return await openRecords.run(id, ({ baseRev }) => {
      const draft = openRecords.store.getState()[id]?.draft ?? {}
      refused = Object.keys(draft).length > 0 ? 'unsaved' : shownDocument(id) === seen ? null : 'changed'
      if (refused) throw new Error(`Not as it was seen: ${refused}`)
      return give(baseRev)
    })
  } catch (error) {
    if (refused) return refused
    throw error
  }
}
