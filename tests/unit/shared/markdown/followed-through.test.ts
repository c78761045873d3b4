import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import { decisionsWithFollowUp, followUpPlace, tasksWithFollowUp } from '../../../../src/shared/markdown/follow-up.ts'
import { followedThrough, type CarryingOn } from '../../../../src/shared/markdown/followed-through.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'
import type { FollowUpEntry } from '../../../../src/shared/model/follow-up.ts'

/** A remark beside each item with words, in the order of the text; empty words leave one out. */
function remarksOf(of: FollowUpEntry['of'], body: string, words: readonly string[]): FollowUpEntry[] {
  const items = of === 'action' ? findTasks(body) : findDecisions(body)
  return words.flatMap((value, at) =>
    value === '' ? [] : [{ of, ...followUpPlace(items, at), on: '2023-07-05', change: 'remark' as const, value }],
  )
}

/** What is said of each item, one text for each; and of none. */
function said(of: FollowUpEntry['of'], body: string, log: readonly FollowUpEntry[]): { at: string[]; orphans: string[] } {
  const { items, orphans } =
    of === 'action'
      ? (({ tasks, orphans: gone }) => ({ items: tasks, orphans: gone }))(tasksWithFollowUp(findTasks(body), log))
      : (({ decisions, orphans: gone }) => ({ items: decisions, orphans: gone }))(decisionsWithFollowUp(findDecisions(body), log))
  return { at: items.map(({ remarks }) => remarks.map(({ text }) => text).join()), orphans: orphans.map(({ value }) => value) }
}

const actions = (...texts: string[]) => texts.map((text) => `- [ ] ${text}\n`).join('')
const decisions = (...texts: string[]) => texts.map((text) => `> [!decision] ${text.replace(' | ', '\n> ')}\n\n`).join('')

describe.each([
  ['action', actions],
  ['decision', decisions],
] as const)('what became of an %s', (of, bodyOf) => {
  const carried = (before: string[], words: string[], after: string[], how?: CarryingOn) => {
    const [from, to] = [bodyOf(...before), bodyOf(...after)]
    return said(of, to, followedThrough(from, to, remarksOf(of, from, words), how))
  }

  it('goes with its words', () => {
    expect(carried(['Send the study', 'Print it'], ['a', 'b'], ['Print it', 'Hire a lawyer', 'Send the study'])).toEqual({
      at: ['b', '', 'a'],
      orphans: [],
    })
  })

  it('stays where a word of it was put right, beside others that were too', () => {
    expect(carried(['Sned the study', 'Prnt two copies'], ['a', 'b'], ['Send the study', 'Print two copies'])).toEqual({
      at: ['a', 'b'],
      orphans: [],
    })
  })

  it('is kept apart when the item is gone, or another stands in its place', () => {
    expect(carried(['Send the study', 'Print it'], ['a', 'b'], ['Print it'])).toEqual({ at: ['b'], orphans: ['a'] })
    expect(carried(['Send the study', 'Print it'], ['a', 'b'], ['Hire a lawyer', 'Print it'])).toEqual({ at: ['', 'b'], orphans: ['a'] })
  })

  it('is kept apart when one of equals came or went and nobody can say which', () => {
    expect(carried(['Meet'], ['a'], ['Meet', 'Meet'])).toEqual({ at: ['', ''], orphans: ['a'] })
    expect(carried(['Meet', 'Meet'], ['a', 'b'], ['Meet'])).toEqual({ at: [''], orphans: ['a', 'b'] })
    expect(carried(['Meet', 'Print it', 'Meet'], ['a', '', 'b'], ['Print it', 'Meet'])).toEqual({ at: ['', 'b'], orphans: ['a'] })
    // of two only one has an entry, and it may be the other that went
    expect(carried(['Meet', 'Meet'], ['a', ''], ['Meet'])).toEqual({ at: [''], orphans: ['a'] })
    expect(carried(['Meet', 'Meet'], ['', 'b'], ['Meet'])).toEqual({ at: [''], orphans: ['b'] })
  })

  it('comes back with the item, word by word', () => {
    const [whole, without, other] = [bodyOf('Meet', 'Print it'), bodyOf('Print it'), bodyOf('Meet again', 'Print it')]
    const gone = followedThrough(whole, without, remarksOf(of, whole, ['a', 'b']))
    expect(said(of, whole, followedThrough(without, whole, gone))).toEqual({ at: ['a', 'b'], orphans: [] })
    expect(said(of, other, followedThrough(without, other, gone))).toEqual({ at: ['', 'b'], orphans: ['a'] })
  })

  it('stays in its place, whatever the words, where nothing can have moved', () => {
    const [before, after] = [
      ['Ask [[Rex]]', 'Thank [[Rex]]'],
      ['Ask [[Alexander F. Smith]]', 'Thank [[Alexander F. Smith]]'],
    ]
    expect(carried(before, ['a', 'b'], after, { samePlaces: true })).toEqual({ at: ['a', 'b'], orphans: [] })
  })

  it('is the same log when the text does not change it', () => {
    const from = bodyOf('Meet', 'Print it')
    const log = remarksOf(of, from, ['a', 'b'])
    expect(followedThrough(from, `A line\n\n${from}`, log)).toEqual(log)
  })
})

describe('what became of a decision with a number', () => {
  const carried = (before: string[], words: string[], after: string[]) => {
    const [from, to] = [decisions(...before), decisions(...after)]
    return said('decision', to, followedThrough(from, to, remarksOf('decision', from, words)))
  }

  it.each([
    ['its number is typed anew', ['SC/2019/5 Budget | Agreed.'], ['SC/2019/6 Budget | Agreed.'], ['a']],
    ['its number is being typed', ['SC/2019/5 Budget'], ['SC/2019/ Budget'], ['a']],
    ['it gets another title', ['SC/2019/5 Budget'], ['SC/2019/5 Spending'], ['a']],
    ['its text changes', ['SC/2019/5 Budget | Agreed.'], ['SC/2019/5 Budget | Not agreed.'], ['a']],
    ['a number is borne twice', ['SC/2019/5 One'], ['SC/2019/5 Another', 'SC/2019/5 One'], ['', 'a']],
  ])('stays when %s', (_, before, after, at) => {
    expect(carried(before, ['a'], after)).toEqual({ at, orphans: [] })
  })

  it('does not go to the one that takes its number', () => {
    const both = ['SC/2019/1 One | Yes.', 'SC/2019/2 Two | No.']
    expect(carried(both, ['a', ''], ['SC/2019/1 Two | No.'])).toEqual({ at: [''], orphans: ['a'] })
    expect(carried(both, ['a', 'b'], ['SC/2019/1 Two | No.'])).toEqual({ at: ['b'], orphans: ['a'] })
  })

  it('does not go to another that takes its number later', () => {
    const [both, second, taken] = [decisions('SC/2019/1 One', 'SC/2019/2 Two'), decisions('SC/2019/2 Two'), decisions('SC/2019/1 Two')]
    const gone = followedThrough(both, second, remarksOf('decision', both, ['a', '']))
    expect(said('decision', taken, followedThrough(second, taken, gone))).toEqual({ at: [''], orphans: ['a'] })
  })

  it('of equal titles stays with its own text', () => {
    expect(carried(['Minutes | Approved.'], ['a'], ['Minutes | New.', 'Minutes | Approved.'])).toEqual({ at: ['', 'a'], orphans: [] })
  })
})

interface Line {
  readonly id: number
  readonly number: string
  readonly words: readonly string[]
}

const step = fc.record({
  does: fc.constantFrom('insert', 'copy', 'delete', 'move', 'reword', 'renumber', 'plain'),
  at: fc.nat(20),
  to: fc.nat(20),
  number: fc.constantFrom('', 'SC/1', 'SC/2', 'SC/3'),
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Words that are like no others. */
const fresh = (nth: number) => (Math.imul(nth + 1, 0x9e3779b1) >>> 0).toString(36).padStart(7, 'x')

function edited(lines: readonly Line[], { does, at, to, number }: Step, count: number) {
  const from = lines.length === 0 ? 0 : at % lines.length
  const line = lines[from]
  const into = to % (lines.length + 1)
  const words = [0, 1, 2, 3].map((nth) => fresh(count * 8 + nth))
  if (does === 'insert') return lines.toSpliced(into, 0, { id: count, number, words })
  if (!line || does === 'plain') return [...lines]
  if (does === 'copy') return lines.toSpliced(into, 0, { ...line, id: count })
  const rest = lines.toSpliced(from, 1)
  if (does === 'delete') return rest
  if (does === 'move') return rest.toSpliced(to % (rest.length + 1), 0, line)
  if (does === 'renumber') return lines.with(from, { ...line, number })
  return lines.with(from, { ...line, words: line.words.with(to % 4, fresh(count * 8 + 7)) })
}

const isAction = { action: true, decision: false }
const wordsOf = ({ number, words }: Line) => [number, ...words].join(' ').trim()

test.each(['action', 'decision'] as const)('through any edits by lines what became of an %s stays with it, or with none', (of) => {
  const bodyOf = (lines: readonly Line[]) =>
    lines.map((line) => (isAction[of] ? `- [ ] ${line.words.join(' ')}\n` : `> [!decision] ${wordsOf(line)}\n\n`)).join('')
  const wholeOf = (line: Line) => (isAction[of] ? line.words.join(' ') : wordsOf(line))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let lines: Line[] = []
      let log: FollowUpEntry[] = []
      /** Each entry's value → where it stood last. */
      const holders = new Map<string, Line>()
      for (const [nth, next] of steps.entries()) {
        const after = edited(lines, next, nth)
        log = followedThrough(bodyOf(lines), bodyOf(after), log)
        const now = said(of, bodyOf(after), log)
        for (const [at, line] of after.entries()) {
          for (const value of now.at[at]?.split(',').filter(Boolean) ?? []) {
            const last = holders.get(value)
            // where words are the same nobody could tell them apart
            if (last?.id !== line.id) expect(wholeOf(line)).toBe(last && wholeOf(last))
            holders.set(value, line)
          }
        }
        expect([...now.at.flatMap((words) => words.split(',').filter(Boolean)), ...now.orphans].toSorted()).toEqual(
          [...holders.keys()].toSorted(),
        )
        lines = after
        const followed = lines[next.to % Math.max(1, lines.length)]
        if (!followed) continue
        holders.set(String(nth), followed)
        log = [
          ...log,
          ...remarksOf(
            of,
            bodyOf(lines),
            lines.map((line) => (line === followed ? String(nth) : '')),
          ),
        ]
      }
    }),
    { numRuns: 100 },
  )
})
