/** The columns of each table. */
import type { ReactNode } from 'react'
import type { ListRow } from '../../../shared/contract/lists.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { Tag } from '../../ui/tag.tsx'
import type { Filter, Section, SortKey } from '../../parts/rows/sections.ts'
import type { RowWords } from './row-facts.ts'
import { Confirmed, ContactName, Country, DateCell, Figure, Participation, Post, Represents } from './table-cells.tsx'

export interface Column {
  /** Its name in words and in the settings. */
  readonly id: string
  /** Left out: the table cannot be ordered by it. */
  readonly sort?: SortKey
  /** A grid track. */
  readonly width: string
  /** The first column stays. */
  readonly fixed?: true
  readonly cell: (row: ListRow, words: RowWords) => ReactNode
}

const wide = 'minmax(0, 1.4fr)'
const middle = 'minmax(0, 1fr)'
const date = 'minmax(var(--label), 0.4fr)'

/** A column of one kind's head; rows of another kind (none come) stay empty. */
const of =
  <K extends ListRow['head']['kind']>(kind: K) =>
  (cell: (head: HeadOf<K>, words: RowWords, row: ListRow) => ReactNode) =>
  (row: ListRow, words: RowWords): ReactNode =>
    row.head.kind === kind ? cell(row.head as HeadOf<K>, words, row) : null
const contact = of('contact')
const country = of('country')
const meeting = of('meeting')
const study = of('study')
const note = of('note')

const title = (row: ListRow) => <b>{row.head.title}</b>
const countries = (row: ListRow, words: RowWords) =>
  row.head.countries.length > 3
    ? words.t('row.countries', { count: row.head.countries.length })
    : row.head.countries.map(words.countryName).join(', ')
const tags: Column = { id: 'tags', width: middle, cell: ({ head }) => head.tags.map((tag) => <Tag key={tag}>{tag}</Tag>) }
const updated: Column = { id: 'updated', sort: 'updatedAt', width: date, cell: ({ head }, words) => words.day(head.updatedAt) }
const confirmed: Column = {
  id: 'confirmed',
  sort: 'confirmedOn',
  width: date,
  cell: contact((head, words) => <Confirmed date={head.confirmedOn} words={words} />),
}
const lastMet: Column = { id: 'lastMet', sort: 'lastMet', width: date, cell: (row, words) => <DateCell date={row.lastMet} words={words} /> }
const name: Column = { id: 'name', sort: 'title', width: middle, fixed: true, cell: contact((head) => <ContactName head={head} />) }

const contacts: Readonly<Record<NonNullable<Filter['contactType']>, readonly Column[]>> = {
  person: [
    name,
    { id: 'post', sort: 'post', width: wide, cell: contact((head) => <Post head={head} />) },
    { id: 'organisation', sort: 'organisation', width: wide, cell: contact((head) => head.organisation) },
    { id: 'represents', sort: 'represents', width: middle, cell: contact((head, words) => <Represents head={head} words={words} />) },
    lastMet,
    confirmed,
  ],
  organisation: [
    { ...name, id: 'named', width: 'minmax(0, 2.4fr)' },
    { id: 'shortName', width: middle, cell: contact((head) => head.shortName) },
    { id: 'seat', width: middle, cell: contact((head, words) => <Country code={head.seat} words={words} />) },
    tags,
    lastMet,
    confirmed,
  ],
  body: [
    { ...name, id: 'named', width: wide },
    { id: 'symbol', width: middle, cell: contact((head) => head.symbol) },
    tags,
    lastMet,
    updated,
  ],
}

const sections: Readonly<Record<Exclude<Section, 'contacts'>, readonly Column[]>> = {
  countries: [
    {
      id: 'named',
      sort: 'title',
      width: middle,
      fixed: true,
      cell: country((head, words) => (
        <Country code={head.code} words={words}>
          <b>{head.title}</b>
        </Country>
      )),
    },
    { id: 'formalName', width: wide, cell: country((head) => head.formalName) },
    { id: 'participation', sort: 'participation', width: date, cell: country((head) => <Participation head={head} />) },
    { id: 'since', sort: 'since', width: date, cell: country((head, words) => <DateCell date={head.since} words={words} />) },
    { id: 'focalPoints', width: date, cell: country((head) => <Figure value={head.focalPoints} />) },
    { id: 'notes', width: date, cell: (row) => <Figure value={row.related} /> },
  ],
  meetings: [
    { id: 'date', sort: 'date', width: date, cell: meeting((head, words) => words.range(head.start, head.end, true)) },
    { id: 'title', sort: 'title', width: wide, fixed: true, cell: title },
    { id: 'stage', sort: 'stage', width: date, cell: meeting((head, { t }) => t(`stage.${head.stage}`)) },
    { id: 'symbol', width: date, cell: meeting((head) => head.symbol) },
    { id: 'place', width: middle, cell: meeting((head) => head.place) },
    { id: 'countries', width: middle, cell: countries },
    { id: 'actions', width: date, cell: (row) => <Figure value={row.related} /> },
  ],
  studies: [
    { id: 'title', sort: 'title', width: wide, fixed: true, cell: title },
    { id: 'stage', sort: 'stage', width: middle, cell: study((head, { t }) => t(`stage.${head.stage}`)) },
    { id: 'authors', width: middle, cell: study((head) => head.authors.join(', ')) },
    { id: 'countries', width: middle, cell: countries },
    { id: 'deadline', sort: 'deadline', width: date, cell: study((head, words) => <DateCell date={head.deadline} words={words} />) },
    updated,
  ],
  notes: [
    { id: 'title', sort: 'title', width: wide, fixed: true, cell: title },
    { id: 'noteType', width: middle, cell: note((head, { t }) => t(`stage.${head.noteType}`)) },
    { id: 'topic', width: middle, cell: note((head) => head.topic) },
    { id: 'countries', width: middle, cell: countries },
    { id: 'date', sort: 'date', width: date, cell: note((head, words) => <DateCell date={head.date} words={words} />) },
    updated,
  ],
}

export const columnsOf = (section: Section, { contactType }: Filter): readonly Column[] =>
  section === 'contacts' ? contacts[contactType ?? 'person'] : sections[section]
