/** What one record says that lists, links and pages ask for. Pure: the indexes hold nothing else. */
import type { Decision } from '../../../shared/markdown/decisions.ts'
import type { DecisionFate } from '../../../shared/markdown/follow-up.ts'
import { linksToRecords } from '../../../shared/markdown/record-links.ts'
import { standingDecisions, standingTasks } from '../../../shared/markdown/standing.ts'
import { findTasks, type Task } from '../../../shared/markdown/tasks.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { nameKeys } from '../../../shared/model/held-names.ts'
import { recordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { dateOf, filterWords, stageOf } from '../head-text.ts'
import { attendanceParts, meetingAttendance, type AttendancePart } from './attendance.ts'
import { linkedActions } from './linked-actions.ts'

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
export const countryRoles = ['own', 'self', 'represents', 'seat', ...attendanceParts] as const
export type CountryRole = (typeof countryRoles)[number]

/** An action as lists show it. */
export type ListedTask = Pick<Task, 'line' | 'text' | 'responsible' | 'due' | 'done' | 'state' | 'remarks'>

/** A decision as lists show it. `actions` counts those that stand in its text, or name its number. */
export type ListedDecision = Decision & Pick<DecisionFate, 'status' | 'supersededBy' | 'statusOn'> & { readonly actions: number }

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
  /** Of a meeting: who and what was there, chaired, kept the minutes; or is expected at one to come. */
  readonly attended: readonly { readonly key: string; readonly part: AttendancePart }[]
  readonly tasks: readonly ListedTask[]
  readonly decisions: readonly ListedDecision[]
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

function listedDecisions(record: AnyRecord): ListedDecision[] {
  const decisions = standingDecisions(record)
  if (decisions.length === 0) return []
  const tasks = findTasks(record.body)
  const lines = record.body.split('\n')
  return decisions.map(({ line, number, title, taken, text, status, supersededBy, statusOn }) => {
    const actions = linkedActions(lines, tasks, { line, number, text }).length
    return { line, number, title, taken, text, status, supersededBy, statusOn, actions }
  })
}

/** `head` are the record's columns. */
export function factsOf(head: RecordHead, record: AnyRecord): Facts {
  const facts = factsOfHead(head)
  if (record.trashed) return facts
  const attendance = record.kind === 'meeting' ? meetingAttendance(record) : { part: 'attended' as const, keys: [], countries: [] }
  const { part } = attendance
  return {
    ...facts,
    countries: [...facts.countries, ...attendance.countries.map((code) => ({ code, role: part }))],
    links: linksOf(record),
    attended: attendance.keys.map((key) => ({ key, part })),
    tasks: standingTasks(record).map(({ line, text, responsible, due, done, state, remarks }) => ({
      line,
      text,
      responsible,
      due,
      done,
      state,
      remarks,
    })),
    decisions: listedDecisions(record),
  }
}
