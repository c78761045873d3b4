/** Pure rules for one line of markdown: tasks, decisions, headings, lists, quotes. */
import { minimalChange, type TextChange } from './minimal-change.ts'

/** What stands before the words of a line: quote marks and indentation, a heading or list mark, a task's box. */
const LINE =
  /^((?:[ \t]*>)*[ \t]*)(#{1,6}(?=[ \t]|$)[ \t]*)?(?:([-*+]|\d{1,9}[.)])(?=[ \t]|$)([ \t]*))?(?:\[([ xX-])\](?=[ \t]|$)([ \t]*))?/

export interface LineParts {
  /** Quote marks and indentation. */
  readonly prefix: string
  /** `## ` with its spaces; empty when the line is no heading. */
  readonly heading: string
  /** `-` or `1.`; empty when the line is no list item. */
  readonly mark: string
  /** What stands in the box; empty when the line is no task. */
  readonly box: '' | ' ' | 'x' | 'X' | '-'
  /** Length of everything before the words. */
  readonly before: number
  readonly words: string
}

export function readLine(line: string): LineParts {
  const match = LINE.exec(line)
  const [, prefix = '', heading = '', mark = '', gap = '', box = '', afterBox = ''] = match ?? []
  // a box is a task's only behind a list mark
  const task = mark !== '' && box !== ''
  const before = prefix.length + heading.length + mark.length + gap.length + (task ? 3 + afterBox.length : 0)
  return { prefix, heading, mark, box: task ? (box as LineParts['box']) : '', before, words: line.slice(before) }
}

/** What changes between two versions of a line: before its words and in them, so that a caret in the words stays. */
export function lineChanges(before: string, after: string): TextChange[] {
  const [old, next] = [readLine(before), readLine(after)]
  const marks = minimalChange(before.slice(0, old.before), after.slice(0, next.before))
  const words = minimalChange(old.words, next.words)
  return [...(marks ? [marks] : []), ...(words ? [{ from: old.before + words.from, to: old.before + words.to, insert: words.insert }] : [])]
}

/** The line as an open action; an action becomes a plain list item again. */
export function asAction(line: string): string {
  const { prefix, mark, box, words } = readLine(line)
  return box === '' ? `${prefix}${mark || '-'} [ ] ${words}` : `${prefix}${mark} ${words}`
}

const CALLOUT = /^[ \t]*>[ \t]*\[!decision(?:\|[^[\]]*)?\][-+]?[ \t]*/i

/** True for the first line of a decision. */
export const isDecision = (line: string): boolean => CALLOUT.test(line)

/** Lines as a decision callout, the first as its number and title; a decision becomes plain lines again. */
export function asDecision(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines
  if (isDecision(first)) return [first.replace(CALLOUT, ''), ...rest.map((line) => line.replace(/^[ \t]*> ?/, ''))]
  const title = readLine(first.replace(/^[ \t]*> ?/, '')).words
  return [`> [!decision] ${title}`, ...rest.map((line) => (line.startsWith('>') ? line : `> ${line}`))]
}

/** Turns headings of that level on, or off when every line is one. */
export function asHeading(lines: readonly string[], level: 1 | 2 | 3): string[] {
  const mark = `${'#'.repeat(level)} `
  const all = lines.every((line) => readLine(line).heading.trim() === mark.trim())
  return lines.map((line) => {
    const { prefix, words } = readLine(line)
    return prefix + (all ? '' : mark) + words
  })
}

/** Turns list items on, or off when every line is one. Empty lines between others stay empty. */
export function asList(lines: readonly string[]): string[] {
  const all = lines.every((line) => line.trim() === '' || readLine(line).mark !== '')
  return lines.map((line) => {
    const { prefix, mark, words } = readLine(line)
    if (lines.length > 1 && line.trim() === '') return line
    if (all && line.trim() !== '') return prefix + words
    return mark ? line : `${prefix}- ${words}`
  })
}

/** Turns a quotation on, or off when every line is in one. */
export function asQuote(lines: readonly string[]): string[] {
  const all = lines.every((line) => /^[ \t]*>/.test(line))
  return lines.map((line) => (all ? line.replace(/^[ \t]*> ?/, '') : `> ${line}`))
}
