/** Completion while a link or a person is being typed. */
import type { Output } from '../../../shared/contract/index.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { words } from '../../../shared/text/fold.ts'
import { detailOf } from '../head-text.ts'
import { compareText, latestChangedFirst } from '../lists/list-sort.ts'

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

interface Match {
  readonly head: RecordHead
  readonly rank: number
  readonly alias: string
}

const foldedNames = new WeakMap<RecordHead, { readonly title: string; readonly aliases: readonly string[]; readonly others: string }>()

/** Folded words, each with a space before it. */
const spaced = (text: string) => ` ${words(text).join(' ')}`

function namesOf(head: RecordHead) {
  let names = foldedNames.get(head)
  if (!names) {
    const others = head.kind === 'contact' ? spaced([head.shortName, head.nativeName].join(' ')) : ''
    names = { title: spaced(head.title), aliases: head.aliases.map(spaced), others }
    foldedNames.set(head, names)
  }
  return names
}

function rankOf(head: RecordHead, query: string, wanted: readonly string[]): Match | undefined {
  const { title, aliases, others } = namesOf(head)
  const hasAll = (name: string) => wanted.every((word) => name.includes(word))
  if (title === query) return { head, rank: EXACT, alias: '' }
  if (title.startsWith(query)) return { head, rank: TITLE_PREFIX, alias: '' }
  if (hasAll(title)) return { head, rank: WORD_PREFIX, alias: '' }
  const alias = aliases.findIndex(hasAll)
  if (alias !== -1) return { head, rank: ALIAS, alias: head.aliases[alias] ?? '' }
  return hasAll(`${title}${others}`) ? { head, rank: ALIAS, alias: '' } : undefined
}

const isPerson = (head: RecordHead) => head.kind === 'contact' && head.contactType === 'person'

function comparator(peopleFirst: boolean): (a: Match, b: Match) => number {
  return (a, b) =>
    a.rank - b.rank ||
    (peopleFirst ? Number(isPerson(b.head)) - Number(isPerson(a.head)) : 0) ||
    compareText(a.head.title, b.head.title) ||
    (a.head.id < b.head.id ? -1 : 1)
}

/** Best first: exact title, title that begins so, words in any order, alias. Without text: the latest changed. */
export function suggestLinks(heads: Iterable<RecordHead>, { text, kinds, contactTypes, limit }: SuggestionRequest): Suggestion[] {
  const asked = kinds.length === 0 && contactTypes.length > 0 ? (['contact'] as const) : kinds
  const fits = (head: RecordHead) =>
    (asked.length === 0 || asked.includes(head.kind)) &&
    (contactTypes.length === 0 || head.kind !== 'contact' || contactTypes.includes(head.contactType))
  const wanted = words(text).map((word) => ` ${word}`)
  const candidates = [...heads].filter(fits)
  const matches =
    wanted.length === 0
      ? candidates.toSorted(latestChangedFirst).map((head) => ({ head, rank: EXACT, alias: '' }))
      : candidates
          .map((head) => rankOf(head, wanted.join(''), wanted))
          .filter((match) => match !== undefined)
          .toSorted(comparator(contactTypes.length > 0))
  return matches
    .slice(0, limit)
    .map(({ head, alias }) => ({ id: head.id, kind: head.kind, title: head.title, alias, detail: detailOf(head) }))
}
