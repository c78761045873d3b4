import { describe, expect, test } from 'vitest'
import { withActionChanged } from '../../../../../src/main/services/actions/change-action.ts'
import { standingTasks } from '../../../../../src/shared/markdown/standing.ts'
import type { Input } from '../../../../../src/shared/contract/index.ts'
import type { RecordInput } from '../../../../../src/shared/model/record.ts'
import { newRecord } from '../../../../support/new-record.ts'

const today = '2023-06-12'
const body = [
  '## 1. Opening\r',
  '- [ ] Send the study [[Rex Facer]] 📅 2023-06-30\r',
  '  * [ ] Send the study [[Li Wei]]',
  '```',
  '- [ ] Send the study',
  '```',
  'The end.',
].join('\n')
const meeting = (more: Partial<Extract<RecordInput, { kind: 'meeting' }>> = {}) =>
  newRecord(1, { kind: 'meeting', title: 'Eighth session', body, ...more })
const adopted = meeting({ stage: 'adopted' })
const change = (record: ReturnType<typeof meeting>, line: number, asked: Input<'actions.change'>['change'], text = 'Send the study') =>
  withActionChanged(record, { recordId: record.id, line, text, change: asked }, today)

describe('an action of a text that is not adopted', () => {
  test('is ticked on its line, and nothing else of the text moves', () => {
    const ticked = change(meeting(), 2, { state: 'done' })
    expect(ticked.body).toBe(body.replace('  * [ ] Send the study [[Li Wei]]', '  * [x] Send the study [[Li Wei]] ✅ 2023-06-12'))
  })

  test('is found again by its words where lines came above it, the nearest of equals', () => {
    const moved = meeting({ body: `New line\n\n${body}` })
    expect(standingTasks(change(moved, 2, { state: 'done' })).map(({ line, state }) => [line, state])).toEqual([
      [3, 'done'],
      [4, 'open'],
    ])
  })

  test('that is not there any more is a conflict with its sentence, and so is one in code', () => {
    expect(() => change(meeting(), 1, { state: 'done' }, 'Send the budget')).toThrow('“Eighth session” has no such action any more')
    expect(() => change(meeting({ body: '```\n- [ ] Send the study\n```' }), 1, { state: 'done' })).toThrow('no such action')
  })

  test('ticked twice, as by two windows, is the same record the second time', () => {
    const once = change(meeting(), 1, { state: 'done' })
    expect(change(once, 1, { state: 'done' })).toBe(once)
  })

  test('a name with brackets is refused with the reason', () => {
    expect(() => change(meeting(), 1, { responsible: ['Li [Wei]'] })).toThrow('a name has brackets in it')
  })
})

describe('an action of an adopted text', () => {
  test('changes in the log; the text does not move, and what is said later counts', () => {
    let record = change(adopted, 1, { state: 'done' })
    record = change(record, 1, { state: 'open', due: '2023-09', responsible: ['Li Wei', 'Secretariat'] })
    record = change(record, 1, { remark: { on: '2023-06-11', text: 'Half of the answers are in' } })
    expect(record.body).toBe(body)
    expect(standingTasks(record)[0]).toMatchObject({
      line: 1,
      text: 'Send the study',
      responsible: ['Li Wei', 'Secretariat'],
      due: '2023-09',
      done: '',
      state: 'open',
      remarks: [{ on: '2023-06-11', text: 'Half of the answers are in' }],
    })
    expect(standingTasks(record)[1]).toMatchObject({ responsible: ['Li Wei'], state: 'open', remarks: [] })
  })

  test('of two with the same words the one that was meant changes', () => {
    expect(standingTasks(change(adopted, 2, { state: 'cancelled' })).map(({ state }) => state)).toEqual(['open', 'cancelled'])
  })

  test('has no remark of a day to come', () => {
    expect(() => change(adopted, 1, { remark: { on: '2023-06-13', text: 'Sent' } })).toThrow('lies in the future')
  })

  test('writes nothing when all is so already', () => {
    const once = change(adopted, 1, { state: 'done' })
    expect(change(once, 1, { state: 'done', due: '2023-06-30' })).toBe(once)
  })
})
