import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeDecision, decisionEdits, type DecisionChange } from '../../../../src/shared/markdown/change-decision.ts'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import { takenWays } from '../../../../src/shared/markdown/taken-words.ts'
import { nastyBody } from './nasty-bodies.ts'

describe('how a decision was taken', () => {
  it.each([
    ['> [!decision] SC/2023/5 Study\r\n> Approved.', 'consensus', '> [!decision|consensus] SC/2023/5 Study\r\n> Approved.'],
    ['> [!decision|consensus] Study', 'vote', '> [!decision|vote] Study'],
    ['> [!DECISION|by Consensus]- Study', 'silence', '> [!DECISION|silence]- Study'],
    ['> [!decision|консенсусом] Study', 'consensus', '> [!decision|консенсусом] Study'],
    ['> [!decision|голосованием] Study', 'silence', '> [!decision|silence] Study'],
    ['> [!decision|wide] Study', 'vote', '> [!decision|wide vote] Study'],
    ['> [!decision|wide vote] Study', 'silence', '> [!decision|wide silence] Study'],
    ['> [!decision|wide vote] Study', '', '> [!decision|wide] Study'],
    ['> [!decision|vote wide] Study', '', '> [!decision|wide] Study'],
    ['> [!decision|vote] Study', '', '> [!decision] Study'],
    ['> [!decision| vote ]', '', '> [!decision]'],
    ['> [!decision|] Study', 'vote', '> [!decision|vote] Study'],
    ['> [!decision]', 'silence', '> [!decision|silence]'],
  ] as const)('%j %s', (before, taken, after) => {
    expect(changeDecision(before, 0, { taken })).toBe(after)
  })
})

describe('the number of a decision', () => {
  it.each([
    ['> [!decision] SC/2023/5 Study', 'SC/2023/6', '> [!decision] SC/2023/6 Study'],
    ['> [!decision] Study', 'SC/2023/6', '> [!decision] SC/2023/6 Study'],
    ['> [!decision|vote]', 'SC/2023/6', '> [!decision|vote] SC/2023/6'],
    ['> [!decision] ', 'SC/2023/6', '> [!decision] SC/2023/6'],
    ['>  [!decision]   SC/2023/5\u00A0 Study ', 'ПК/2023/6', '>  [!decision]   ПК/2023/6\u00A0 Study '],
    ['> [!decision] SC/2023/5 Study', '', '> [!decision] Study'],
    ['> [!decision] SC/2023/5', '', '> [!decision]'],
  ])('%j %s', (before, number, after) => {
    expect(changeDecision(before, 0, { number })).toBe(after)
  })

  it.each(['SC', 'SC/5 bis', 'and/or', '2023', 'SC/2023/ 5'])('is not “%s”', (number) => {
    expect(changeDecision('> [!decision] Study', 0, { number })).toBeNull()
  })

  it('is not taken away from before what would be read as another', () => {
    expect(changeDecision('> [!decision] SC/2023/5 SC/2023/4 again', 0, { number: '' })).toBeNull()
  })
})

it('is nothing where no decision begins', () => {
  const body = '> [!note] Study\n> text\n\n```\n> [!decision] Study\n```'
  for (let line = -1; line < 8; line++) expect(changeDecision(body, line, { taken: 'vote' })).toBeNull()
})

it('gives edits of the first line alone', () => {
  const body = 'Text\n\n> [!decision] Study'
  expect(decisionEdits(body, 2, { taken: 'vote', number: 'SC/2023/6' })).toEqual([
    { from: 18, to: 18, insert: '|vote' },
    { from: 19, to: 19, insert: ' SC/2023/6' },
  ])
})

const asked: fc.Arbitrary<DecisionChange> = fc.record(
  { taken: fc.constantFrom('', ...takenWays), number: fc.constantFrom('', 'SC/2023/7', 'ПК/2023/7-бис') },
  { requiredKeys: [] },
)
/** Most nasty bodies hold no decision. */
const withDecisions = fc
  .tuple(nastyBody, fc.constantFrom('', '\n\n', '\r\n'), nastyBody)
  .map(([a, parted, b]) => `${a}${parted}> [!decision${b}`)

it('changes no other byte of any body, and reads back as asked', () => {
  fc.assert(
    fc.property(withDecisions, asked, fc.nat(), (body, wanted, at) => {
      const before = findDecisions(body)
      const nth = at % Math.max(before.length, 1)
      const decision = before[nth]
      fc.pre(decision !== undefined)
      if (!decision) return
      const after = changeDecision(body, decision.line, wanted)
      // only what would be read as another number keeps one from being taken away
      if (after === null) {
        expect([wanted.number, decision.title]).toEqual(['', expect.stringMatching(/^\S+\/\S/u)])
        return
      }
      expect(findDecisions(after)).toEqual(before.with(nth, { ...decision, ...wanted }))
      const [lines, changed] = [body.split('\n'), after.split('\n')]
      expect(changed.toSpliced(decision.line, 1)).toEqual(lines.toSpliced(decision.line, 1))
      const own = lines[decision.line] ?? ''
      const mark = own.slice(0, own.search(/\[!decision/i) + '[!decision'.length)
      expect(changed[decision.line]?.startsWith(mark)).toBe(true)
      if (decision.title !== '')
        expect(changed[decision.line]).toContain(own.slice(own.lastIndexOf(decision.title.split(' ').at(-1) ?? '')))
    }),
    { numRuns: 500 },
  )
})
