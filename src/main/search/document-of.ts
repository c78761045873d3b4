/** What the index takes in of a record. Pure. */
import { findDecisions } from '../../shared/markdown/decisions.ts'
import { standingTasks } from '../../shared/markdown/standing.ts'
import type { Task } from '../../shared/markdown/tasks.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { valueOf } from '../../shared/search/operators.ts'
import { daysOf } from '../../shared/search/query-days.ts'
import { calledKeyword } from './engine/called.ts'
import type { IndexDocument } from './engine/document.ts'
import { filedOfHead, filedOfRecord, type Filed } from './filed-as.ts'
import { fieldsOfHead, fieldsOfRecord } from './record-texts.ts'

type Days = readonly [from: number, to: number]

const NO_DAYS: Days = [0, 0]
/** A record is of so many years at most: a meeting that is said to last a century is a slip. */
const MOST_YEARS = 50

/** The document of a record; `row` is its row in the workspace. */
export function documentOf(record: AnyRecord, row: number): IndexDocument {
  const tasks = standingTasks(record)
  const document = filedDocument(filedOfRecord(record), row)
  return {
    ...document,
    fields: fieldsOfRecord(record, tasks),
    keywords: [...new Set([...document.keywords, ...textKeywords(record, tasks)])],
    days: { ...document.days, due: earliest(tasks) },
  }
}

/** What can be found of a record whose text cannot be read. */
export const documentOfHead = (head: RecordHead, row: number): IndexDocument => ({
  ...filedDocument(filedOfHead(head), row),
  fields: fieldsOfHead(head),
})

function filedDocument(filed: Filed, row: number): Omit<IndexDocument, 'fields'> {
  const date = daysBetween(filed.first, filed.last)
  return {
    row,
    kind: filed.kind,
    keywords: [...new Set(filedKeywords(filed, date))],
    days: { date, due: NO_DAYS, confirmed: daysBetween(filed.confirmedOn), updated: daysBetween(filed.updatedAt.slice(0, 10)) },
    updatedAt: Date.parse(filed.updatedAt) || 0,
  }
}

function* filedKeywords(filed: Filed, date: Days): Iterable<string> {
  yield `kind:${filed.kind}`
  if (filed.contactType !== '') yield `type:${filed.contactType}`
  yield* filed.names.map(calledKeyword)
  for (const code of filed.countries) if (code !== '') yield `country:${code}`
  for (const tag of filed.tags) yield `tag:${tag.toLowerCase()}`
  yield `class:${valueOf(filed.classification)}`
  if (filed.stage !== '') yield `is:${valueOf(filed.stage)}`
  if (filed.attachments > 0) yield 'has:attachment'
  if (date === NO_DAYS) return
  yield 'has:date'
  const [first, last] = [yearOf(date[0]), yearOf(date[1])]
  for (let year = first; year <= Math.min(last, first + MOST_YEARS); year += 1) yield `year:${year}`
}

function* textKeywords(record: AnyRecord, tasks: readonly Task[]): Iterable<string> {
  if (record.body.trim() !== '') yield 'has:body'
  if (tasks.length > 0) yield 'has:action'
  if (tasks.some(({ state }) => state === 'open')) yield 'is:open'
  else if (tasks.length > 0) yield 'is:done'
  if (findDecisions(record.body).length > 0) yield 'has:decision'
  if (record.kind !== 'contact') return
  if (record.emails.length > 0) yield 'has:email'
  if (record.phones.length > 0) yield 'has:phone'
}

const yearOf = (day: number) => Math.floor(day / 10_000)

/** All days from the first of one partial date to the last of another. */
function daysBetween(first: string, last = ''): Days {
  const from = daysOf(first)
  if (!from) return NO_DAYS
  const to = daysOf(last)?.to ?? from.to
  return [from.from, Math.max(from.to, to)]
}

/** The last day of the deadline that comes first among open actions: only behind it is one overdue. */
function earliest(tasks: readonly Task[]): Days {
  let first = 0
  for (const { due, state } of tasks) {
    const last = state === 'open' ? daysOf(due)?.to : undefined
    if (last !== undefined && (first === 0 || last < first)) first = last
  }
  return [first, first]
}
