/** What one record says that lists, links and pages ask for. Pure: the indexes hold nothing else. */
import { findDecisions, type Decision } from '../../../shared/markdown/decisions.ts'
import { tasksWithFollowUp } from '../../../shared/markdown/follow-up.ts'
import { linksToRecords } from '../../../shared/markdown/record-links.ts'
import { findTasks, type Task } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { nameKeys } from '../../../shared/model/held-names.ts'
import { recordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { dateOf, filterWords, stageOf } from '../head-text.ts'
import { attendanceOf } from './attendance.ts'

/** Where a link stands: in the body, or in a property. The order is part of the stored form. */
export const linkFields = [
  '',
  'languageVersions',
  'posts',
  'represents',
  'assistant',
  'parent',
  'composition',
  'officers',
  'focalPoints',
  'meetingBody',
  'partOf',
  'chair',
  'secretary',
  'participants',
  'clearance',
  'adoption',
  'authors',
  'reviewers',
  'comments',
] as const
export type LinkField = (typeof linkFields)[number]

/** In what way a record has to do with a country. The order is part of the stored form. */
export const countryRoles = ['own', 'self', 'represents', 'seat', 'attended'] as const
export type CountryRole = (typeof countryRoles)[number]

/** An action as lists show it. */
export type ListedTask = Pick<Task, 'line' | 'text' | 'responsible' | 'due' | 'done' | 'state' | 'remarks'>

export interface Facts {
  readonly head: RecordHead
  /** A partial date. */
  readonly date: string
  readonly stage: string
  /** See {@link filterWords}. */
  readonly words: string
  readonly countries: readonly { readonly code: string; readonly role: CountryRole }[]
  readonly tags: readonly string[]
  /** All that follows is empty for a record in the trash. Keys are as {@link linkKey} gives them; the title's comes first. */
  readonly names: readonly string[]
  readonly links: readonly { readonly key: string; readonly field: LinkField }[]
  /** Of a meeting: who and what was there, chaired, kept the minutes. */
  readonly attended: readonly string[]
  readonly tasks: readonly ListedTask[]
  readonly decisions: readonly Decision[]
}

const isField = (field: string): field is LinkField => (linkFields as readonly string[]).includes(field)

function linksOf(record: AnyRecord): Facts['links'] {
  const found: { key: string; field: LinkField }[] = []
  for (const { target } of linksToRecords(record)) found.push({ key: linkKey(target), field: '' })
  for (const { field, name } of recordLinks(record)) {
    if (!isField(field)) throw new Error(`“${field}” is no field of links that the index knows.`)
    found.push({ key: linkKey(name), field })
  }
  return found.filter(({ key }) => key !== '')
}

function headCountries(head: RecordHead): { readonly code: string; readonly role: CountryRole }[] {
  const found: { code: string; role: CountryRole }[] = head.countries.map((code) => ({ code, role: 'own' }))
  if (head.kind === 'country') found.push({ code: head.code, role: 'self' })
  if (head.kind === 'contact') found.push({ code: head.represents.country, role: 'represents' }, { code: head.seat, role: 'seat' })
  return found.filter(({ code }) => code !== '')
}

/** What the columns alone say: of a record in the trash, or of one whose text cannot be read. */
export function factsOfHead(head: RecordHead): Facts {
  return {
    head,
    date: dateOf(head),
    stage: stageOf(head) ?? '',
    words: filterWords(head),
    countries: headCountries(head),
    tags: head.tags,
    names: head.trashedAt === '' ? nameKeys(head) : [],
    links: [],
    attended: [],
    tasks: [],
    decisions: [],
  }
}

/** As they stand now: an adopted text does not move, and a log says what became of its actions (docs/adr/0009-follow-up.md). */
export function tasksOf(record: AnyRecord): ListedTask[] {
  const log = record.kind === 'meeting' && isAdoptedText(record) ? record.followUp : []
  const { tasks } = tasksWithFollowUp(findTasks(record.body), log)
  return tasks.map(({ line, text, responsible, due, done, state, remarks }) => ({ line, text, responsible, due, done, state, remarks }))
}

/** `head` are the record's columns. */
export function factsOf(head: RecordHead, record: AnyRecord): Facts {
  const facts = factsOfHead(head)
  if (record.trashed) return facts
  const attendance = record.kind === 'meeting' ? attendanceOf(record) : undefined
  return {
    ...facts,
    countries: [...facts.countries, ...(attendance?.countries ?? []).map((code) => ({ code, role: 'attended' as const }))],
    links: linksOf(record),
    attended: attendance?.keys ?? [],
    tasks: tasksOf(record),
    decisions: findDecisions(record.body),
  }
}
