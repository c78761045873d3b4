/** The five sections of records: what they hold, how they may be ordered and filtered. */
import type { sortKeys } from '../../../shared/contract/lists.ts'
import type { ListQuery } from '../../../shared/contract/lists.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import { participationStatuses, meetingStages, noteTypes, studyStages } from '../../../shared/model/vocabulary.ts'

export const sections = ['contacts', 'countries', 'meetings', 'studies', 'notes'] as const
export type Section = (typeof sections)[number]

export type SortKey = (typeof sortKeys)[number]
export interface Sort {
  readonly key: SortKey
  readonly direction: 'ascending' | 'descending'
}

/** What narrows a list. `null` and the empty text: not at all. */
export interface Filter {
  readonly text: string
  readonly contactType: ContactType | null
  readonly country: string | null
  readonly tag: string | null
  readonly stage: string | null
}

interface SectionOf {
  readonly kind: Kind
  readonly sort: Sort
  /** Orders that the list's menu offers. */
  readonly sortKeys: readonly SortKey[]
  /** What the contract's `stage` means here. */
  readonly stages: readonly string[]
}

export const sectionOf: Readonly<Record<Section, SectionOf>> = {
  contacts: {
    kind: 'contact',
    sort: { key: 'title', direction: 'ascending' },
    sortKeys: ['title', 'organisation', 'represents', 'lastMet', 'confirmedOn', 'updatedAt', 'createdAt'],
    stages: [],
  },
  countries: {
    kind: 'country',
    sort: { key: 'title', direction: 'ascending' },
    sortKeys: ['title', 'participation', 'since', 'group', 'code', 'updatedAt'],
    stages: participationStatuses.filter((status) => status !== ''),
  },
  meetings: {
    kind: 'meeting',
    sort: { key: 'date', direction: 'descending' },
    sortKeys: ['date', 'title', 'stage', 'updatedAt', 'createdAt'],
    stages: meetingStages,
  },
  studies: {
    kind: 'study',
    sort: { key: 'updatedAt', direction: 'descending' },
    sortKeys: ['updatedAt', 'title', 'stage', 'deadline', 'createdAt'],
    stages: studyStages,
  },
  notes: {
    kind: 'note',
    sort: { key: 'date', direction: 'descending' },
    sortKeys: ['date', 'title', 'updatedAt', 'createdAt'],
    stages: noteTypes,
  },
}

export const noFilter: Filter = { text: '', contactType: null, country: null, tag: null, stage: null }

/** A list starts unfiltered; the table of contacts shows one type at a time, people first. */
export const initialFilter = (section: Section): Filter => (section === 'contacts' ? { ...noFilter, contactType: 'person' } : noFilter)

/** True when something besides the choice of people, organisations or bodies narrows the list. */
export const isFiltered = (filter: Filter): boolean =>
  filter.text.trim() !== '' || filter.country !== null || filter.tag !== null || filter.stage !== null

/** Conditions of the popover that are set. */
export const conditions = (filter: Filter): number => [filter.country, filter.tag, filter.stage].filter((value) => value !== null).length

export const listQueryOf = (section: Section, filter: Filter, sort: Sort): ListQuery => ({
  kind: sectionOf[section].kind,
  text: filter.text.trim(),
  contactType: section === 'contacts' ? filter.contactType : null,
  country: filter.country,
  tag: filter.tag,
  stage: filter.stage,
  sort,
})

/** Order after a click on a column's head: the same column turns round, dates begin with the newest. */
export function sortAfterClick(current: Sort, key: SortKey): Sort {
  if (current.key === key) return { key, direction: current.direction === 'ascending' ? 'descending' : 'ascending' }
  const newestFirst: readonly SortKey[] = ['date', 'updatedAt', 'createdAt', 'lastMet', 'trashedAt']
  return { key, direction: newestFirst.includes(key) ? 'descending' : 'ascending' }
}
