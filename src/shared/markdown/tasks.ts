/** Actions: GFM task items in the format of the Tasks plugin (docs/dialect.md). */
import { parsePartialDate } from '../model/partial-date.ts'
import { readBlocks, type Line } from './blocks.ts'
import { placedLinks, type PlacedLink } from './links.ts'
import { readTaskLine, type TaskDay, type TaskLine } from './task-line.ts'

/** What was noted later about an action: `  - 2023-06-12 Sent to 30 members` below it. */
export interface Remark {
  /** A full date. */
  readonly on: string
  /** Markdown, never empty. */
  readonly text: string
}

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
  /** In the order of the text. */
  readonly remarks: Remark[]
}

const REMARK = /^(\d{4}-\d{2}-\d{2})(?:\s*[–—-]\s+|[\s:]+)(?=\S)/u

/** All task items of a body in order, those in lists and quotes included, those in code not. Never throws. */
export function findTasks(body: string): Task[] {
  if (!body.includes('[ ]') && !/\[[xX-]\]/.test(body)) return []
  const blocks = readBlocks(body)
  const links = placedLinks(body, blocks)
  const tasks: Task[] = []
  /** By the number of the action's list item. */
  const remarksOf = new Map<number, Remark[]>()
  let link = 0
  for (const [index, line] of blocks.lines.entries()) {
    while (link < links.length && (links[link]?.from ?? 0) < line.from) link++
    if (line.type !== 'text' || line.bullet === '') continue
    const inLine: PlacedLink[] = []
    for (let i = link; i < links.length && (links[i]?.to ?? 0) <= line.to; i++) inLine.push(links[i] as PlacedLink)
    const read = readTaskLine(body, line, inLine)
    if (!read) {
      const remark = remarksOf.size > 0 && readRemark(body, line)
      if (remark) remarksOf.get(blocks.around[line.container] ?? 0)?.push(remark)
      continue
    }
    const remarks: Remark[] = []
    remarksOf.set(line.container, remarks)
    tasks.push({ line: index, from: line.bulletFrom, to: line.to, ...partsOf(body, read), remarks })
  }
  return tasks
}

/** The remark that a list item is; undefined when it is none. */
export function readRemark(body: string, line: Line): Remark | undefined {
  const words = body.slice(line.contentFrom, line.to)
  const date = REMARK.exec(words)
  const on = date?.[1] ?? ''
  return date && parsePartialDate(on) ? { on, text: words.slice(date[0].length).trim() } : undefined
}

function partsOf(body: string, { mark, textFrom, textTo, tail }: TaskLine) {
  const days: Record<TaskDay, string> = { due: '', created: '', done: '', cancelled: '' }
  const responsible: string[] = []
  const words = [body.slice(textFrom, textTo)]
  for (const piece of tail) {
    // of two of a kind the last one counts
    if (piece.kind === 'day') days[piece.field] = piece.day
    else if (piece.kind === 'link') responsible.push(piece.target)
    else words.push(body.slice(piece.from, piece.to))
  }
  const state: Task['state'] = mark === ' ' ? 'open' : mark === '-' ? 'cancelled' : 'done'
  return { text: words.filter(Boolean).join(' '), responsible, ...days, state }
}

/** Writes a task item in the dialect: the box, the text, who is responsible, and the signifiers last. One line, no line break. */
export function formatTask(task: Pick<Task, 'text' | 'responsible' | TaskDay | 'state'>): string {
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
