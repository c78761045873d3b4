/** Texts that leave as files of their own: what kinds there are, and how they are named. No zod: the page saves them too. */

import { safeFileName } from '../text/safe-file-name.ts'

/** Of each media type the ending; never one that a system would run. */
const endings = { 'text/calendar': '.ics', 'text/csv': '.csv', 'text/markdown': '.md', 'text/plain': '.txt' } as const

export type SavedTextType = keyof typeof endings
export const savedTextTypes = Object.keys(endings) as [SavedTextType, ...SavedTextType[]]

/** The name as every system bears it, with the ending of its type, if it has it not already. */
export function savedTextName(name: string, type: SavedTextType): string {
  const ending = endings[type]
  const words = name.replace(/:(?=\s)/gu, ',')
  return safeFileName(words.toLowerCase().endsWith(ending) ? words : `${words}${ending}`)
}
