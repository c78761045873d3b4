/** Completion while a link or a person is being typed. */
import type { Output } from '../../../shared/contract/index.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { words } from '../../../shared/text/fold.ts'
import { detailOf, foldedNames } from '../head-text.ts'
import { firstOf } from '../lists/first-of.ts'
import { rowsWithWords } from '../lists/list-filter.ts'
import { compareText } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'

export type Suggestion = Output<'links.suggest'>[number]

export interface SuggestionRequest {
  readonly text: string
  /** Empty: all; but contacts only when `contactTypes` are asked. */
  readonly kinds: readonly Kind[]
  readonly contactTypes: readonly ContactType[]
  readonly limit: number
}

/** Lower is better. */
const EXACT = 0
const TITLE_PREFIX = 1
const WORD_PREFIX = 2
const ALIAS = 3

/** Called so in another spelling. */
const VARIANT = 4

/** So many more than asked for are compared by their titles as people sort them. */
const COMPARED = 50

interface Match {
  readonly row: number
  readonly rank: number
  readonly alias: number
  /** Folded. */
  readonly title: string
}

function rankOf(row: number, folded: string, query: string, wanted: readonly string[]): Match | undefined {
  const { title, aliases, others } = foldedNames(folded)
  const hasAll = (name: string) => wanted.every((word) => name.includes(word))
  const match = (rank: number, alias = -1): Match => ({ row, rank, alias, title })
  if (title === query) return match(EXACT)
  if (title.startsWith(query)) return match(TITLE_PREFIX)
  if (hasAll(title)) return match(WORD_PREFIX)
  const alias = aliases.findIndex(hasAll)
  if (alias !== -1) return match(ALIAS, alias)
  return hasAll(`${title}${others}`) ? match(ALIAS) : undefined
}

/**
 * Best first: exact title, title that begins so, words in any order, alias, then those of `variants`: rows whose names are
 * the text in another spelling. Without text: the latest changed.
 */
export function suggestLinks(
  index: RecordIndex,
  { text, kinds, contactTypes, limit }: SuggestionRequest,
  variants: readonly number[] = [],
): Suggestion[] {
  const { columns } = index
  const asked = kinds.length === 0 && contactTypes.length > 0 ? (['contact'] as const) : kinds
  const fits = (row: number) => {
    const kind = columns.kind(row)
    const type = columns.contactType(row)
    return (
      columns.isLive(row) &&
      (asked.length === 0 || (kind !== undefined && asked.includes(kind))) &&
      (contactTypes.length === 0 || type === undefined || contactTypes.includes(type))
    )
  }
  const found = rowsWithWords(index, text)
  const matches = found
    ? best(
        [...found].filter(fits),
        variants.filter((row) => !found.has(row) && fits(row)),
        index,
        {
          text,
          limit,
          peopleFirst: contactTypes.length > 0,
        },
      )
    : latest(index, fits, limit)
  return matches.flatMap(({ row, alias }) => {
    const head = index.headAt(row)
    return head ? [{ id: head.id, kind: head.kind, title: head.title, alias: head.aliases[alias] ?? '', detail: detailOf(head) }] : []
  })
}

type Found = Pick<Match, 'row' | 'alias'>

/** The latest changed. */
function latest(index: RecordIndex, fits: (row: number) => boolean, limit: number): Found[] {
  const { columns } = index
  const rows = firstOf(
    index.latestRows(),
    fits,
    limit,
    (a, b) => columns.updatedAt(b) - columns.updatedAt(a) || (columns.isOlder(a, b) ? 1 : -1),
  )
  return rows.map((row) => ({ row, alias: -1 }))
}

interface Wanted {
  readonly text: string
  readonly limit: number
  readonly peopleFirst: boolean
}

function best(rows: readonly number[], variants: readonly number[], index: RecordIndex, { text, limit, peopleFirst }: Wanted): Found[] {
  const { columns } = index
  const wanted = words(text).map((word) => ` ${word}`)
  const query = wanted.join('')
  const isPerson = (row: number) => columns.contactType(row) === 'person'
  const byRank = (a: Match, b: Match) => a.rank - b.rank || (peopleFirst ? Number(isPerson(b.row)) - Number(isPerson(a.row)) : 0)
  // titles that begin so come first: when there are enough of them, the others need not be looked at
  const start = Buffer.from(query)
  const beginning = rows.filter((row) => index.words.startsWith(row, start))
  const candidates = beginning.length >= limit ? beginning : rows
  const matches = candidates.map((row) => rankOf(row, index.words.get(row), query, wanted)).filter((match) => match !== undefined)
  for (const row of variants) matches.push({ row, rank: VARIANT, alias: -1, title: foldedNames(index.words.get(row)).title })
  // folded titles first: reading thousands of titles to put ten in order would take too long
  const first = matches
    .toSorted((a, b) => byRank(a, b) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
    .slice(0, limit + COMPARED)
    .map((match) => ({ ...match, spelled: index.headAt(match.row)?.title ?? '' }))
  return first
    .toSorted((a, b) => byRank(a, b) || compareText(a.spelled, b.spelled) || (columns.isOlder(a.row, b.row) ? -1 : 1))
    .slice(0, limit)
}
