/** Actions: GFM task items in the format of the Tasks plugin (docs/dialect.md). */
import { parsePartialDate } from '../model/partial-date.ts'
import { readBlocks } from './blocks.ts'
import { placedLinks, type PlacedLink } from './links.ts'

/** A task item of a body. Dates are partial dates, empty when not given. */
export interface Task {
  /** Line in the body, from 0. */
  readonly line: number
  /** UTF-16 offset of the bullet. */
  readonly from: number
  /** Offset of the end of the line. */
  readonly to: number
  /** What is to be done, as markdown, without the responsible and the signifiers. */
  readonly text: string
  /** Names of the links that stand after the text. */
  readonly responsible: string[]
  /** 📅 */
  readonly due: string
  /** ➕ */
  readonly created: string
  /** ✅ */
  readonly done: string
  /** ❌ */
  readonly cancelled: string
  readonly state: 'open' | 'done' | 'cancelled'
}

type DateField = 'due' | 'created' | 'done' | 'cancelled'

const BOX = /^\[([ xX-])\](?:[ \t]+|$)/
const DATE = /(📅|📆|🗓|➕|✅|❌)\uFE0F?[ \t]*(\d{4}(?:-\d{2}){0,2})$/u
/** Signifiers of the Tasks plugin that Rapporteur passes over and keeps in the text. */
const KEPT = /(?:[⏫🔼🔽🔺⏬]|[⏳🛫]\uFE0F?[ \t]*\d{4}-\d{2}-\d{2}|[🆔⛔]\uFE0F?[ \t]*[\w,-]+)\uFE0F?$/u
/** What may stand between two responsible. */
const BETWEEN = /(?:[,;&]|(?:^|[ \t])(?:and|и|және))$/u
/** No signifier is longer: the end of the text is enough to find one. */
const REACH = 80
const FIELDS: Readonly<Record<string, DateField>> = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '➕': 'created',
  '✅': 'done',
  '❌': 'cancelled',
}

/** All task items of a body in order, those in lists and quotes included, those in code not. Never throws. */
export function findTasks(body: string): Task[] {
  if (!body.includes('[ ]') && !/\[[xX-]\]/.test(body)) return []
  const tasks: Task[] = []
  const links = placedLinks(body)
  let link = 0
  for (const [index, line] of readBlocks(body).lines.entries()) {
    while (link < links.length && (links[link]?.from ?? 0) < line.from) link++
    if (line.type !== 'text' || line.bullet === '') continue
    const box = BOX.exec(body.slice(line.contentFrom, Math.min(line.to, line.contentFrom + REACH)))
    if (!box) continue
    const inLine: PlacedLink[] = []
    for (let i = link; i < links.length && (links[i]?.to ?? 0) <= line.to; i++) inLine.push(links[i] as PlacedLink)
    tasks.push({
      line: index,
      from: line.bulletFrom,
      to: line.to,
      ...readItem(body, line.contentFrom + box[0].length, line.to, inLine),
      state: box[1] === ' ' ? 'open' : box[1] === '-' ? 'cancelled' : 'done',
    })
  }
  return tasks
}

/** Reads an item from its end: signifiers and links, until text is met. */
function readItem(body: string, from: number, to: number, links: PlacedLink[]) {
  const dates: Record<DateField, string> = { due: '', created: '', done: '', cancelled: '' }
  const responsible: string[] = []
  const kept: string[] = []
  const trim = (end: number) => {
    let at = end
    while (at > from && /\s/.test(body.charAt(at - 1))) at--
    return at
  }
  /** The end of the text once `end` is reached and a link was taken away: past a comma or "and" after another link. */
  const pastSeparator = (end: number) => {
    const separator = BETWEEN.exec(body.slice(Math.max(from, end - REACH), end))?.[0]
    return separator === undefined ? end : trim(end - separator.length)
  }
  let end = trim(to)
  for (;;) {
    const tail = body.slice(Math.max(from, end - REACH), end)
    const date = DATE.exec(tail)
    const field = date && FIELDS[date[1] ?? '']
    if (date && field && parsePartialDate(date[2] ?? '')) {
      dates[field] ||= date[2] ?? ''
      end = trim(end - date[0].length)
      continue
    }
    const other = KEPT.exec(tail)
    if (other) {
      kept.unshift(other[0])
      end = trim(end - other[0].length)
      continue
    }
    const last = links.at(-1)
    if (!last || last.to !== end || last.embed || last.from < from) break
    links.pop()
    const before = trim(last.from)
    const next = pastSeparator(before)
    // "Write to Kim and [[Li Wei]]": the link belongs to the sentence
    if (next !== before && links.at(-1)?.to !== next) break
    responsible.unshift(last.target)
    end = next
  }
  return { text: [body.slice(from, end), ...kept].filter(Boolean).join(' '), responsible, ...dates }
}

/** Writes a task item in the dialect: the box, the text, who is responsible, and the signifiers last. One line, no line break. */
export function formatTask(task: Pick<Task, 'text' | 'responsible' | DateField | 'state'>): string {
  const box = task.state === 'open' ? ' ' : task.state === 'done' ? 'x' : '-'
  const signed = (sign: string, date: string) => (date === '' ? '' : `${sign} ${date}`)
  return [
    `- [${box}]`,
    task.text.replace(/\s+/gu, ' ').trim(),
    ...task.responsible.map((name) => `[[${name}]]`),
    signed('➕', task.created),
    signed('📅', task.due),
    signed('❌', task.cancelled),
    signed('✅', task.done),
  ]
    .filter(Boolean)
    .join(' ')
}
