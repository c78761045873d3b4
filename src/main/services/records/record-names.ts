/** Titles and aliases are reserved names: one record each, compared by {@link linkKey}. Records in the trash hold none. */
import { AppError } from '../../../shared/errors.ts'
import { MAX_TITLE, RESERVED_IN_TITLES } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { linkKey } from '../../../shared/text/link-key.ts'

/** One trimmed line in NFC, as titles and aliases are stored. */
export const cleanName = (name: string): string => name.normalize('NFC').trim()

/** Aliases without repetitions and without the title itself. */
export function cleanAliases(title: string, aliases: readonly string[]): string[] {
  const seen = new Set([linkKey(title)])
  const kept: string[] = []
  for (const alias of aliases.map(cleanName)) {
    const key = linkKey(alias)
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(alias)
  }
  return kept
}

/** What tells a record apart from another of its title. */
export interface Distinction {
  readonly title: string
  /** In order of preference, such as an organisation's short name or a date; empty ones are skipped. */
  readonly marks: readonly string[]
}

const RESERVED = new RegExp(`[${RESERVED_IN_TITLES.replace(/[\]\\^]/g, '\\$&')}]|\\p{Cc}`, 'gu')

/** "Title (mark)", cut where it would be too long. */
export const withMark = (title: string, mark: string): string => {
  const suffix = ` (${mark.replace(RESERVED, ' ').replace(/\s+/gu, ' ').trim().slice(0, 120)})`
  return `${title.slice(0, MAX_TITLE - suffix.length).trimEnd()}${suffix}`
}

/** A title that is free: "Li Wei (UNDP)", "Progress (2023-05-17)", else "Title (2)". Numbers before `firstNumber` are known to be taken. */
export function suggestTitle({ title, marks }: Distinction, isTaken: (name: string) => boolean, firstNumber = 2): string {
  for (const mark of marks) {
    if (mark.trim() === '') continue
    const candidate = withMark(title, mark)
    if (!isTaken(candidate)) return candidate
  }
  for (let number = firstNumber; ; number += 1) {
    const candidate = withMark(title, String(number))
    if (!isTaken(candidate)) return candidate
  }
}

/** @returns TITLE_TAKEN for `name`, with the record that holds it and a title that is free. */
export const titleTaken = (name: string, other: RecordHead, suggestion: string): AppError =>
  new AppError(
    'TITLE_TAKEN',
    `Another record is called “${other.title}” and holds the name “${name}”. Nothing was changed. Choose another title, such as “${suggestion}”.`,
    { name, other: { id: other.id, kind: other.kind, title: other.title }, suggestion },
  )
