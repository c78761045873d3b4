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
type Record = ReturnType<typeof meeting>
/** The action on a line, as a window sees it now. */
const seenOn = (record: Record, line: number): Input<'actions.change'>['seen'] => {
  const task = standingTasks(record).find((each) => each.line === line)
  if (!task) throw new Error(`There is no action on line ${line}.`)
  return { line, text: task.text, responsible: task.responsible, due: task.due, state: task.state }
}
const change = (record: Record, line: number, asked: Input<'actions.change'>['change'], seen = seenOn(record, line)) =>
  withActionChanged(record, { recordId: record.id, seen, change: asked }, { today, namesNow: (names) => names })

describe('an action of a text that is not adopted', () => {
  test('is ticked on its line, and nothing else of the text moves', () => {
    const ticked = change(meeting(), 2, { state: 'done' })
    expect(ticked.body).toBe(body.replace('  * [ ] Send the study [[Li Wei]]', '  * [x] Send the study [[Li Wei]] ✅ 2023-06-12'))
  })

  test('is found again where lines came above it, though another one with its words stands nearer', () => {
    const moved = meeting({ body: `New line\n\n${body}` })
    const ticked = (line: number) => standingTasks(change(moved, -1, { state: 'done' }, seenOn(meeting(), line))).map(({ state }) => state)
    expect(ticked(1)).toEqual(['done', 'open'])
    expect(ticked(2)).toEqual(['open', 'done'])
  })

  test('of wholly equal ones is the nearest, and none of two that are equally near', () => {
    const equal = meeting({ body: '- [ ] Send\n\n- [ ] Send\n\n- [ ] Send' })
    const seen = seenOn(equal, 4)
    expect(standingTasks(change(equal, -1, { state: 'done' }, { ...seen, line: 5 })).map(({ state }) => state)).toEqual([
      'open',
      'open',
      'done',
    ])
    expect(() => change(equal, -1, { state: 'done' }, { ...seen, line: 3 })).toThrow('has no such action any more or more than one')
  })

  test('that was changed since is a conflict that says how it stands now', () => {
    const seen = seenOn(meeting(), 1)
    const now = change(meeting(), 1, { responsible: ['Li Wei'], due: '2023-07' })
    expect(() => change(now, -1, { remark: { on: today, text: 'Sent' } }, { ...seen, text: 'Send the study' })).toThrow('no such action')
    const only = meeting({ body: '- [ ] Send the study [[Li Wei]]' })
    expect(() => change(only, -1, { responsible: ['Rex Facer', 'Eve'] }, seen)).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        details: {
          title: 'Eighth session',
          now: { line: 0, text: 'Send the study', responsible: ['Li Wei'], due: '', state: 'open' },
        },
      }),
    )
  })

  test('that is not there any more is a conflict with its sentence, and so is one in code', () => {
    const seen = seenOn(meeting(), 1)
    const gone = (body: string) => () => change(meeting({ body }), -1, { state: 'done' }, seen)
    expect(gone('- [ ] Send the budget')).toThrow('no such action any more or more than one, in “Eighth session” meanwhile')
    expect(gone('```\n- [ ] Send the study\n```')).toThrow('no such action')
  })

  test('ticked twice, as by two windows, is the same record the second time', () => {
    const once = change(meeting(), 1, { state: 'done' })
    expect(change(once, 1, { state: 'done' }, seenOn(meeting(), 1))).toBe(once)
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
