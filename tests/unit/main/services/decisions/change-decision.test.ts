import { describe, expect, test } from 'vitest'
import { renumbered, withStatus } from '../../../../../src/main/services/decisions/change-decision.ts'
import { standingDecisions } from '../../../../../src/shared/markdown/standing.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { newNote, newRecord } from '../../../../support/new-record.ts'

const body = '> [!decision|consensus] SC/2023/4 Budget\n> Approved.\n\n> [!decision] SC/2023/4 Questionnaire\n> Agreed.\n'
const meeting = (more: { stage?: 'adopted' } = {}) => newRecord(1, { kind: 'meeting', title: 'Eighth session', body, ...more })
const second = { recordId: '', line: 3, number: 'SC/2023/4', title: 'Questionnaire' }
const superseded = { ...second, status: 'superseded' as const, supersededBy: 'SC/2024/1', on: '2024-02-01' }
const TODAY = '2024-06-01'
const said = (record: AnyRecord) => standingDecisions(record).map(({ title, status, supersededBy }) => [title, status, supersededBy])

describe('what becomes of a decision', () => {
  test.each([{}, { stage: 'adopted' as const }])('is recorded beside the text, which does not move (%o)', (more) => {
    const after = withStatus(meeting(more), superseded, TODAY)
    expect(after.body).toBe(body)
    expect(said(after)).toEqual([
      ['Budget', 'in force', ''],
      ['Questionnaire', 'superseded', 'SC/2024/1'],
    ])
    expect(said(withStatus(after, { ...superseded, status: 'in force', supersededBy: '', on: '2024-03-01' }, TODAY))[1]).toEqual([
      'Questionnaire',
      'in force',
      '',
    ])
  })

  test('said twice is the same record the second time', () => {
    const once = withStatus(meeting(), superseded, TODAY)
    expect(withStatus(once, superseded, TODAY)).toBe(once)
  })

  test.each(['2024-01-31', '2024', '2024-02-02'])('is put right by what is recorded later, of whatever day (%s)', (on) => {
    const after = withStatus(withStatus(meeting(), superseded, TODAY), { ...superseded, status: 'in force', supersededBy: '', on }, TODAY)
    expect(standingDecisions(after)[1]).toMatchObject({ status: 'in force', statusOn: on })
  })

  test('is put right in its day alone', () => {
    const after = withStatus(withStatus(meeting(), superseded, TODAY), { ...superseded, on: '2024-01' }, TODAY)
    expect(standingDecisions(after)[1]).toMatchObject({ status: 'superseded', supersededBy: 'SC/2024/1', statusOn: '2024-01' })
  })

  test('does not lie in the future', () => {
    expect(() => withStatus(meeting(), { ...superseded, on: '2024-06-02' }, TODAY)).toThrow('lies in the future')
    expect(withStatus(meeting(), { ...superseded, on: TODAY }, TODAY)).not.toEqual(meeting())
  })

  test('needs the decision in its place, a decision that is there, and a meeting or a note', () => {
    expect(() => withStatus(meeting(), { ...superseded, supersededBy: ' ' }, TODAY)).toThrow('names the one in its place')
    expect(() => withStatus(meeting(), { ...superseded, title: 'Another' }, TODAY)).toThrow('no such decision any more')
    expect(() => withStatus(newRecord(2, { kind: 'study', title: 'Study', body }), superseded, TODAY)).toThrow(
      'for meetings and notes only',
    )
    expect(said(withStatus(newNote(3, 'Letter', body), superseded, TODAY))[1]).toEqual(['Questionnaire', 'superseded', 'SC/2024/1'])
  })
})

describe('a new number', () => {
  test('changes that line alone, and takes along what was recorded of the decision', () => {
    const after = renumbered(withStatus(meeting(), superseded, TODAY), { ...second, newNumber: 'SC/2023/5' })
    expect(after.body).toBe(body.replace('SC/2023/4 Questionnaire', 'SC/2023/5 Questionnaire'))
    expect(said(after)).toEqual([
      ['Budget', 'in force', ''],
      ['Questionnaire', 'superseded', 'SC/2024/1'],
    ])
  })

  test('goes to the decision that was seen, of two that are called the same to the nearer one', () => {
    const twice = newRecord(1, {
      kind: 'meeting',
      title: 'M',
      body: '> [!decision] SC/1 A\n\n> [!decision] SC/1 A\n\n> [!decision] SC/1 A\n',
    })
    const asked = (line: number) => ({ recordId: '', line, number: 'SC/1', title: 'A', newNumber: 'SC/2' })
    expect(standingDecisions(renumbered(twice, asked(4))).map(({ number }) => number)).toEqual(['SC/1', 'SC/1', 'SC/2'])
    expect(standingDecisions(renumbered(twice, asked(5))).map(({ number }) => number)).toEqual(['SC/1', 'SC/1', 'SC/2'])
    expect(() => renumbered(twice, asked(3))).toThrow('no such decision any more, or more than one')
  })

  test('is refused where it is no number, and in an adopted text', () => {
    expect(() => renumbered(meeting(), { ...second, newNumber: 'five' })).toThrow('has a slash and a digit')
    expect(() => renumbered(meeting({ stage: 'adopted' }), { ...second, newNumber: 'SC/2023/5' })).toThrow('Issue a corrigendum instead')
  })
})
