/** Changes the number of a decision and how it was taken, each by the smallest change of its first line. */
import { readBlocks } from './blocks.ts'
import { decisionHead, findDecisions, isDecisionNumber, type DecisionHead } from './decisions.ts'
import { takenIn, type Taken } from './taken-words.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'

/** What is to change of a decision; what is not named stays. */
export interface DecisionChange {
  /** A symbol with a slash and a digit, `SC/2023/5`; empty takes it away. */
  readonly number?: string
  readonly taken?: Taken
}

/**
 * The body with the decision on `line` (from 0) changed; every other byte is the same, and the same body when it says
 * all that already. Null when no decision begins there, or when that number cannot stand there.
 */
export function changeDecision(body: string, line: number, change: DecisionChange): string | null {
  const edits = decisionEdits(body, line, change)
  return edits && applyEdits(body, edits)
}

/** As {@link changeDecision}, as changes of the text. */
export function decisionEdits(body: string, line: number, change: DecisionChange): TextEdit[] | null {
  const head = decisionHead(body, readBlocks(body).lines[line])
  const before = findDecisions(body)
  const nth = before.findIndex((decision) => decision.line === line)
  const decision = before[nth]
  if (!head || !decision) return null
  const { number = decision.number, taken = decision.taken } = change
  if (number !== '' && !isDecisionNumber(number)) return null
  const edits = [
    ...(taken === decision.taken ? [] : [takenEdit(body, head, taken)]),
    ...(number === decision.number ? [] : [numberEdit(body, head, number)]),
  ]
  const now = findDecisions(applyEdits(body, edits))[nth]
  return now?.number === number && now.taken === taken && now.title === decision.title ? edits : null
}

function takenEdit(body: string, { meta }: DecisionHead, taken: Taken): TextEdit {
  if (!meta.bar) return { from: meta.from, to: meta.to, insert: `|${taken}` }
  const written = body.slice(meta.from, meta.to)
  const words = takenIn(written)
  const before = written.slice(0, words.from)
  if (taken !== '') {
    const parted = words.taken !== '' || before === '' || /\s$/.test(before)
    return { from: meta.from + words.from, to: meta.from + words.to, insert: parted ? taken : ` ${taken}` }
  }
  // a bar with nothing behind it says nothing
  if (before.trim() === '' && written.slice(words.to).trim() === '') return { from: meta.from - 1, to: meta.to, insert: '' }
  const spaces = /\s*$/.exec(before)?.[0].length ?? 0
  const after = before.trim() === '' ? (/^[\s,;]*/.exec(written.slice(words.to))?.[0].length ?? 0) : 0
  return { from: meta.from + words.from - spaces, to: meta.from + words.to + after, insert: '' }
}

function numberEdit(body: string, { number: { from, to }, title }: DecisionHead, number: string): TextEdit {
  if (from === to) {
    // a person who typed the space after the bracket goes on behind the number
    if (title === '' && /[^\S\r\n]/.test(body.charAt(from))) return { from: from + 1, to: from + 1, insert: number }
    return { from, to, insert: ` ${number}` }
  }
  if (number !== '') return { from, to, insert: number }
  // with the white space before it; what stands behind it has its own
  let start = from
  while (start > 0 && /[^\S\r\n]/.test(body.charAt(start - 1))) start--
  return { from: start, to, insert: '' }
}
