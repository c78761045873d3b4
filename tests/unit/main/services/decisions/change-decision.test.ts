import { describe, expect, test } from 'vitest'
import { renumbered, withStatus } from '../../../../../src/main/services/decisions/change-decision.ts'
import { standingDecisions } from '../../../../../src/shared/markdown/standing.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { newNote, newRecord } from '../../../../support/new-record.ts'

const body = '> [!decision|consensus] SC/2023/4 Budget\n> Approved.\n\n> [!decision] SC/2023/4 Questionnaire\n> Agreed.\n'
const meeting = (more: { stage?: 'adopted' } = {}) => newRecord(1, { kind: 'meeting', title: 'Eighth session', body, ...more })
const second = { recordId: '', line: 3, number: 'SC/2023/4', title: 'Questionnaire' }
const superseded = { ...second, status: 'superseded' as const, supersededBy: 'SC/2024/1', on: '2024-02-01' }
const said = (record: AnyRecord) => standingDecisions(record).map(({ title, status, supersededBy }) => [title, status, supersededBy])

describe('what becomes of a decision', () => {
  test.each([{}, { stage: 'adopted' as const }])('is recorded beside the text, which does not move (%o)', (more) => {
    const after = withStatus(meeting(more), superseded)
    expect(after.body).toBe(body)
    expect(said(after)).toEqual([
      ['Budget', 'in force', ''],
      ['Questionnaire', 'superseded', 'SC/2024/1'],
    ])
    expect(said(withStatus(after, { ...superseded, status: 'in force', supersededBy: '', on: '2024-03-01' }))[1]).toEqual([
      'Questionnaire',
      'in force',
      '',
    ])
  })

  test('said twice is the same record the second time', () => {
    const once = withStatus(meeting(), superseded)
    expect(withStatus(once, superseded)).toBe(once)
  })

  test('needs the decision in its place, a decision that is there, and a meeting', () => {
    expect(() => withStatus(meeting(), { ...superseded, supersededBy: ' ' })).toThrow('names the one in its place')
    expect(() => withStatus(meeting(), { ...superseded, title: 'Another' })).toThrow('no such decision any more')
    expect(() => withStatus(newNote(2, 'Letter', body), superseded)).toThrow('for meetings only')
  })
})

describe('a new number', () => {
  test('changes that line alone, and takes along what was recorded of the decision', () => {
    const after = renumbered(withStatus(meeting(), superseded), { ...second, newNumber: 'SC/2023/5' })
    expect(after.body).toBe(body.replace('SC/2023/4 Questionnaire', 'SC/2023/5 Questionnaire'))
    expect(said(after)).toEqual([
      ['Budget', 'in force', ''],
      ['Questionnaire', 'superseded', 'SC/2024/1'],
    ])
  })

  test('is refused where it is no number, and in an adopted text', () => {
    expect(() => renumbered(meeting(), { ...second, newNumber: 'five' })).toThrow('has a slash and a digit')
    expect(() => renumbered(meeting({ stage: 'adopted' }), { ...second, newNumber: 'SC/2023/5' })).toThrow('Issue a corrigendum instead')
  })
})
