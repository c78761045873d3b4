/** What stands in one task item, and where: the box, the text, and at the end who is responsible and the signifiers. */
import { parsePartialDate } from '../model/partial-date.ts'
import type { Line } from './blocks.ts'
import type { PlacedLink } from './links.ts'

/** The days that signifiers give. */
export type TaskDay = 'due' | 'created' | 'done' | 'cancelled'

/** What stands behind the text. Offsets are UTF-16 positions in the body. */
export type TailPiece =
  | {
      readonly kind: 'day'
      readonly field: TaskDay
      readonly day: string
      readonly dayFrom: number
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'link'; readonly target: string; readonly from: number; readonly to: number }
  /** A signifier that is passed over and belongs to the text. */
  | { readonly kind: 'kept'; readonly from: number; readonly to: number }

export interface TaskLine {
  /** What stands in the box. */
  readonly mark: string
  readonly markAt: number
  /** Behind the box; the text and all that follows lies behind it. */
  readonly boxTo: number
  readonly textFrom: number
  /** The end of the text, without white space. */
  readonly textTo: number
  /** In order. */
  readonly tail: readonly TailPiece[]
  /** The end of the line's words, without white space. */
  readonly end: number
}

const BOX = /^\[([ xX-])\](?:[ \t]+|$)/
const DAY = /(📅|📆|🗓|➕|✅|❌)[\uFE0E\uFE0F]?\s*(\d{4}(?:-\d{2}){0,2})$/u
/** Signifiers of the Tasks plugin that Rapporteur passes over and keeps in the text. */
const KEPT = /(?:[⏫🔼🔽🔺⏬]|[⏳🛫][\uFE0E\uFE0F]?\s*\d{4}-\d{2}-\d{2}|[🆔⛔][\uFE0E\uFE0F]?\s*[\w,-]+)[\uFE0E\uFE0F]?$/u
/** What may stand between two responsible. */
const BETWEEN = /(?:[,;&]|(?:^|\s)(?:and|и|және))$/u
/** No signifier is longer: the end of the text is enough to find one. */
const REACH = 80
const FIELDS: Readonly<Record<string, TaskDay>> = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '➕': 'created',
  '✅': 'done',
  '❌': 'cancelled',
}

/** Where the text from `from` to `to` ends without the white space behind it. */
export function trimmedEnd(body: string, from: number, to: number): number {
  let at = to
  while (at > from && /\s/.test(body.charAt(at - 1))) at--
  return at
}

/** A comma, `and` or the like at the end of the text from `from` to `to`; empty when there is none. */
const joiningWord = (body: string, from: number, to: number): string => BETWEEN.exec(body.slice(Math.max(from, to - REACH), to))?.[0] ?? ''

/** Reads a line as a task item; undefined when it is none. `links` are those of the line in order. */
export function readTaskLine(body: string, line: Line, links: readonly PlacedLink[]): TaskLine | undefined {
  const box = boxOf(body, line)
  if (!box) return undefined
  const textFrom = line.contentFrom + box[0].length
  const end = trimmedEnd(body, textFrom, line.to)
  return {
    mark: box[1] ?? ' ',
    markAt: line.contentFrom + 1,
    boxTo: line.contentFrom + 3,
    textFrom,
    end: Math.max(end, line.contentFrom + 3),
    ...readTail(body, textFrom, end, links),
  }
}

/** Whether a line is a task item, without reading it. */
export const isTaskLine = (body: string, line: Line): boolean => boxOf(body, line) !== null

function boxOf(body: string, line: Line): RegExpExecArray | null {
  if (line.type !== 'text' || line.bullet === '') return null
  return BOX.exec(body.slice(line.contentFrom, Math.min(line.to, line.contentFrom + REACH)))
}

/**
 * Reads from the end: signifiers and links, until text is met. Commas and "and" between them part them; between text and
 * a link they bind it into the sentence: "Write to Kim and [[Li Wei]]".
 */
function readTail(body: string, from: number, to: number, links: readonly PlacedLink[]): Pick<TaskLine, 'textTo' | 'tail'> {
  const tail: TailPiece[] = []
  let last = links.length - 1
  let end = to
  for (;;) {
    const joined = beforeJoiningWords(body, from, end)
    const at = joined === end || pieceBefore(body, from, joined, links[last]) ? joined : end
    const piece = pieceBefore(body, from, at, links[last])
    if (!piece) return { textTo: end, tail: tail.toReversed() }
    const before = trimmedEnd(body, from, piece.from)
    if (piece.kind === 'link') {
      last--
      const joint = beforeJoiningWords(body, from, before)
      if (joint !== before && !pieceBefore(body, from, joint, links[last])) return { textTo: end, tail: tail.toReversed() }
    }
    tail.push(piece)
    end = before
  }
}

/** The end of the text before the commas and joining words at its end. */
export function beforeJoiningWords(body: string, from: number, to: number): number {
  let end = to
  for (let word = joiningWord(body, from, end); word !== ''; word = joiningWord(body, from, end))
    end = trimmedEnd(body, from, end - word.length)
  return end
}

/** The signifier or link that ends there. */
function pieceBefore(body: string, from: number, end: number, link: PlacedLink | undefined): TailPiece | undefined {
  const words = body.slice(Math.max(from, end - REACH), end)
  const day = DAY.exec(words)
  const field = day && FIELDS[day[1] ?? '']
  const date = day?.[2] ?? ''
  if (day && field && parsePartialDate(date))
    return { kind: 'day', field, day: date, dayFrom: end - date.length, from: end - day[0].length, to: end }
  const other = KEPT.exec(words)
  if (other) return { kind: 'kept', from: end - other[0].length, to: end }
  if (!link || link.to !== end || link.embed || link.from < from) return undefined
  return { kind: 'link', target: link.target, from: link.from, to: link.to }
}
