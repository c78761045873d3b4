/** Texts that leave as files of their own: what kinds there are, and how they are named. No zod: the page saves them too. */

/** Of each media type the ending; never one that a system would run. */
const endings = { 'text/calendar': '.ics', 'text/csv': '.csv', 'text/markdown': '.md', 'text/plain': '.txt' } as const

export type SavedTextType = keyof typeof endings
export const savedTextTypes = Object.keys(endings) as [SavedTextType, ...SavedTextType[]]

/** The name with the ending of its type; one that has it already stays as it is. */
export function savedTextName(name: string, type: SavedTextType): string {
  const ending = endings[type]
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`
}
