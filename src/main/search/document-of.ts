/** What the index takes in of a record. Pure. */
import { findDecisions } from '../../shared/markdown/decisions.ts'
import { findTasks } from '../../shared/markdown/tasks.ts'
import { headOf, type RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { valueOf } from '../../shared/search/operators.ts'
import { daysOf } from '../../shared/search/query-days.ts'
import { dateOf, stageOf } from '../services/head-text.ts'
import { calledKeyword } from './engine/called.ts'
import type { IndexDocument } from './engine/document.ts'
import { fieldsOfHead, fieldsOfRecord } from './record-texts.ts'

type Days = readonly [from: number, to: number]

const NO_DAYS: Days = [0, 0]
/** A record is of so many years at most: a meeting that is said to last a century is a slip. */
const MOST_YEARS = 50

/** The document of a record; `row` is its row in the workspace. */
export function documentOf(record: AnyRecord, row: number): IndexDocument {
  const head = headOf(record)
  const document = documentOfHead(head, row)
  const tasks = findTasks(record.body)
  const open = tasks.filter(({ state }) => state === 'open')
  const keywords = new Set(document.keywords)
  if (record.body.trim() !== '') keywords.add('has:body')
  if (tasks.length > 0) keywords.add('has:action')
  if (open.length > 0) keywords.add('is:open')
  else if (tasks.length > 0) keywords.add('is:done')
  if (findDecisions(record.body).length > 0) keywords.add('has:decision')
  if (record.kind === 'country') {
    const names = [...Object.values(record.shortNames), ...Object.values(record.formalNames)]
    for (const name of names) if (name !== '') keywords.add(calledKeyword(name))
  }
  if (record.kind === 'contact') {
    if (record.emails.length > 0) keywords.add('has:email')
    if (record.phones.length > 0) keywords.add('has:phone')
  }
  return { ...document, fields: fieldsOfRecord(record, tasks), keywords: [...keywords], days: { ...document.days, due: earliest(open) } }
}

/** What can be found of a record whose text cannot be read. */
export function documentOfHead(head: RecordHead, row: number): IndexDocument {
  const date = daysBetween(dateOf(head), head.kind === 'meeting' ? head.end : '')
  return {
    row,
    kind: head.kind,
    fields: fieldsOfHead(head),
    keywords: [...new Set(headKeywords(head, date))],
    days: {
      date,
      due: NO_DAYS,
      confirmed: head.kind === 'contact' ? daysBetween(head.confirmedOn) : NO_DAYS,
      updated: daysBetween(head.updatedAt.slice(0, 10)),
    },
    updatedAt: Date.parse(head.updatedAt) || 0,
  }
}

function* headKeywords(head: RecordHead, date: Days): Iterable<string> {
  yield `kind:${head.kind}`
  for (const name of [head.title, ...head.aliases]) yield calledKeyword(name)
  if (head.kind === 'contact') yield `type:${head.contactType}`
  for (const code of countriesOf(head)) if (code !== '') yield `country:${code}`
  for (const tag of head.tags) yield `tag:${tag.toLowerCase()}`
  yield `class:${valueOf(head.classification)}`
  const stage = stageOf(head)
  if (stage) yield `is:${valueOf(stage)}`
  if (head.attachments > 0) yield 'has:attachment'
  if (date[0] !== 0) yield 'has:date'
  const [first, last] = date.map((day) => Math.floor(day / 10_000)) as [number, number]
  for (let year = first; year <= Math.min(last, first + MOST_YEARS) && year > 0; year += 1) yield `year:${year}`
}

function countriesOf(head: RecordHead): readonly string[] {
  if (head.kind === 'country') return [...head.countries, head.code]
  return head.kind === 'contact' ? [...head.countries, head.represents.country, head.seat] : head.countries
}

/** All days from the first of one partial date to the last of another. */
function daysBetween(first: string, last = ''): Days {
  const from = daysOf(first)
  if (!from) return NO_DAYS
  const to = daysOf(last)?.to ?? from.to
  return [from.from, Math.max(from.to, to)]
}

/** The last day of the deadline that comes first: only behind it is an action overdue. */
function earliest(actions: readonly { readonly due: string }[]): Days {
  let first = 0
  for (const { due } of actions) {
    const last = daysOf(due)?.to
    if (last !== undefined && (first === 0 || last < first)) first = last
  }
  return [first, first]
}
