/** How lists are ordered: a value a record, empty values last whichever way, equal ones by title. */
import type { ListQuery } from '../../../shared/contract/lists.ts'
import { participationStatuses } from '../../../shared/model/country.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { meetingStages } from '../../../shared/model/meeting.ts'
import { studyStages } from '../../../shared/model/study.ts'
import { dateOf, textDate } from '../head-text.ts'

/** `textDate`: the date of a meeting or note; other records have none. */
export type SortKey = ListQuery['sort']['key'] | 'textDate'
export type Direction = ListQuery['sort']['direction']

/** Numbers in titles count as numbers: "2nd session" before "10th session". Made when something is sorted: orders are kept. */
let collator: Intl.Collator | undefined
export function compareText(a: string, b: string): number {
  collator ??= new Intl.Collator(['en', 'ru'], { numeric: true })
  return collator.compare(a, b)
}

/** Values read by people; all others are dates, instants, codes or ranks, whose characters sort by themselves. */
const TEXT_KEYS: ReadonlySet<SortKey> = new Set(['title', 'post', 'organisation', 'represents', 'group'])

export interface SortContext {
  /** How lists show a country of this code. */
  countryName(code: string): string
  lastMet(head: RecordHead): string
}

const rank = (values: readonly string[], value: string) => String(values.indexOf(value)).padStart(3, '0')
export const listTitle = (head: RecordHead): string => (head.kind === 'contact' ? head.listName : head.title)

function stageRank(head: RecordHead): string {
  if (head.kind === 'meeting') return rank(meetingStages, head.stage)
  return head.kind === 'study' ? rank(studyStages, head.stage) : ''
}

/** What a record is sorted by. */
export function sortValue(head: RecordHead, key: SortKey, context: SortContext): string {
  switch (key) {
    case 'title':
      return listTitle(head)
    case 'updatedAt':
      return head.updatedAt
    case 'createdAt':
      return head.createdAt
    case 'trashedAt':
      return head.trashedAt
    case 'date':
      return head.kind === 'meeting' && head.start ? `${head.start} ${head.startTime}` : dateOf(head)
    case 'textDate':
      return textDate(head)
    case 'post':
      return head.kind === 'contact' ? head.post : ''
    case 'organisation':
      return head.kind === 'contact' ? head.organisation : ''
    case 'represents':
      if (head.kind !== 'contact') return ''
      return head.represents.country ? context.countryName(head.represents.country) : head.represents.organisation
    case 'confirmedOn':
      return head.kind === 'contact' ? head.confirmedOn : ''
    case 'lastMet':
      return context.lastMet(head)
    case 'stage':
      return stageRank(head)
    case 'participation':
      return head.kind === 'country' && head.participation !== '' ? rank(participationStatuses, head.participation) : ''
    case 'since':
      return head.kind === 'country' ? head.since : ''
    case 'group':
      return head.kind === 'country' ? head.group : ''
    case 'deadline':
      return head.kind === 'study' ? head.deadline : head.kind === 'meeting' ? head.commentsBy : ''
    case 'code':
      return head.kind === 'country' ? head.code : ''
  }
}

/** By the title that lists show. */
export const byTitle = (a: RecordHead, b: RecordHead): number => compareText(listTitle(a), listTitle(b))

/** By the date that records are about, the latest first. */
export function latestFirst(a: RecordHead, b: RecordHead): number {
  const left = dateOf(a)
  const right = dateOf(b)
  return left < right ? 1 : left > right ? -1 : byTitle(a, b)
}

/** What of a record is compared. */
export interface SortEntry {
  readonly row: number
  readonly value: string
  readonly title: string
  readonly id: string
}

export function entryComparator(key: SortKey, direction: Direction): (a: SortEntry, b: SortEntry) => number {
  const sign = direction === 'ascending' ? 1 : -1
  const compareValues = TEXT_KEYS.has(key) ? compareText : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return (a, b) => {
    if (a.value !== b.value) {
      if (a.value === '') return 1
      if (b.value === '') return -1
      const order = compareValues(a.value, b.value)
      if (order !== 0) return order * sign
    }
    return compareText(a.title, b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  }
}
