/** Lines: headings, lists and tasks, quotations and decisions, code, tables. */
import type { SyntaxNodeRef } from './syntax-node.ts'
import { Decoration } from '@codemirror/view'
import { findDecisions } from '../../../../shared/markdown/decisions.ts'
import { partialDateSpan } from '../../../../shared/model/partial-date.ts'
import { readCallout } from '../text/callout.ts'
import { actionOn, daysIn, responsibleIn } from '../text/action-marks.ts'
import { readLine } from '../text/line-marks.ts'
import { editorHost } from './editor-host.ts'
import type { FormatBuilder } from './format-builder.ts'
import css from './live-format.module.css'
import { BulletWidget, CalloutWidget, CheckWidget, DateWidget, TakenWidget, type TaskState } from './widgets.ts'

const NUMBER = Decoration.mark({ class: css['decisionNumber'] ?? '' })
const ORDINAL = Decoration.mark({ class: css['ordinal'] ?? '' })
const FINISHED = Decoration.mark({ class: css['finished'] ?? '' })
const DEEPEST = 8
const QUOTE_MARKS = /^(?:[ \t]*> ?)+/

/** Who is responsible, by the offset of a task's line. */
export type Responsible = Map<number, ReadonlySet<string>>

/** The part of a block that is on the screen: work never grows with the length of a block. */
export interface Span {
  readonly from: number
  readonly to: number
}

const linesOf = function* (builder: FormatBuilder, node: Span, seen: Span) {
  for (let at = Math.max(node.from, seen.from); at <= Math.min(node.to, seen.to);) {
    const line = builder.lineAt(at)
    yield line
    at = line.to + 1
  }
}

export function markLines(builder: FormatBuilder, node: Span, seen: Span, className: string): void {
  for (const line of linesOf(builder, node, seen)) builder.line(line.from, className)
}

export function formatQuote(builder: FormatBuilder, node: SyntaxNodeRef, seen: Span): void {
  if (node.node.parent?.name === 'Blockquote') return
  const first = builder.lineAt(node.from)
  const callout = readCallout(first.text.slice(node.from - first.from))
  if (!callout) return markLines(builder, node, seen, 'quote')
  const last = builder.lineAt(node.to).from
  for (const line of linesOf(builder, node, seen)) {
    builder.line(line.from, 'callout', callout.tone)
    builder.boxed.add(line.from)
    if (line.from === first.from) builder.line(line.from, 'calloutFirst')
    if (line.from === last) builder.line(line.from, 'calloutLast')
  }
  if (first.to < seen.from) return
  const from = node.from + callout.markFrom
  const to = node.from + callout.titleFrom
  if (builder.isTouched(from, to - 1)) builder.dim(from, to)
  else builder.replace(from, to, new CalloutWidget(callout.tone, callout.type, first.text.slice(to - first.from).trim() === ''))
  if (callout.tone !== 'decision') return
  const decision = findDecisions(first.text.slice(node.from - first.from))[0]
  // floats to the end of the line; at its end it would draw the caret there
  if (callout.meta !== '') builder.before(from, new TakenWidget(decision?.taken ?? '', callout.meta))
  const number = decision?.number ?? ''
  if (number !== '' && builder.text(to, to + number.length) === number) builder.mark(to, to + number.length, NUMBER)
}

/** A quotation's `>` with the space behind it. */
export function formatQuoteMark(builder: FormatBuilder, node: SyntaxNodeRef): void {
  const to = node.to + (builder.text(node.to, node.to + 1) === ' ' ? 1 : 0)
  if (!builder.boxed.has(builder.lineAt(node.from).from)) builder.conceal(node.from, to)
  else if (builder.isTouched(node.from, to - 1)) builder.dim(node.from, to)
  else builder.hide(node.from, to)
}

const TASK: Readonly<Record<string, TaskState>> = { ' ': 'open', x: 'done', X: 'done', '-': 'cancelled' }

export function formatListItem(builder: FormatBuilder, node: SyntaxNodeRef, seen: Span, responsible: Responsible): void {
  const first = builder.lineAt(node.from)
  let depth = 0
  for (let at = node.node.parent; at; at = at.parent) if (at.name === 'ListItem') depth++
  depth = Math.min(depth + 1, DEEPEST)
  const own = first.text.slice(node.from - first.from)
  const parts = readLine(own)
  const inQuote = first.text.slice(0, node.from - first.from).includes('>')
  for (const line of linesOf(builder, node, seen)) {
    const indent = inQuote ? 0 : (/^[ \t]*/.exec(line.text)?.[0].length ?? 0)
    const isFirst = line.from === first.from
    const hidden = isFirst ? indent : Math.min(indent, node.from - first.from + parts.before)
    builder.hang(line.from, { level: depth, first: isFirst, indent: hidden })
    if (!inQuote) continue
    // behind the quotation's mark, which hides itself and one space
    const marks = line.from + (QUOTE_MARKS.exec(line.text)?.[0].length ?? 0)
    const words = isFirst ? node.from : marks + (/^[ \t]*/.exec(line.text.slice(marks - line.from))?.[0].length ?? 0)
    if (words > marks && !builder.isTouched(marks, words - 1)) builder.hide(marks, words)
  }
  if (first.to < seen.from) return
  const state = TASK[parts.box]
  if (state !== undefined) formatTask(builder, node.from, parts.before, first, state, responsible)
  else if (parts.mark === '') return
  else if (/^\d/.test(parts.mark)) builder.mark(node.from, node.from + parts.mark.length, ORDINAL)
  else if (!builder.isTouched(node.from, node.from + 1)) builder.replace(node.from, node.from + parts.before, new BulletWidget())
}

function formatTask(
  builder: FormatBuilder,
  from: number,
  length: number,
  line: { readonly from: number; readonly to: number; readonly text: string },
  state: TaskState,
  responsible: Responsible,
): void {
  const read = actionOn(line.text.slice(from - line.from))?.read
  responsible.set(line.from, new Set(read && responsibleIn(read)))
  builder.line(line.from, 'task')
  // with the caret right behind the box the person goes on writing: only a caret inside the marks shows them
  if (builder.isTouched(from, from + length - 1)) builder.dim(from, from + length)
  else builder.replace(from, from + length, new CheckWidget(state, builder.readOnly))
  const host = builder.state.facet(editorHost)()
  let wordsTo = line.to
  for (const { field, day, ...piece } of read ? daysIn(read) : []) {
    const start = from + piece.from
    const end = from + piece.to
    wordsTo = Math.min(wordsTo, start)
    const overdue = field === 'due' && state === 'open' && partialDateSpan(day).last < host.today()
    if (builder.isEntered(start, end)) continue
    builder.replace(start, end, new DateWidget(overdue ? 'overdue' : field, day), { writable: true })
  }
  // no line through the space before the chips
  if (state !== 'open')
    builder.mark(from + length, from + line.text.slice(from - line.from, wordsTo - line.from).trimEnd().length, FINISHED)
}
