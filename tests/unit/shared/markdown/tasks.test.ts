import { describe, expect, it } from 'vitest'
import { findTasks, formatTask } from '../../../../src/shared/markdown/tasks.ts'

const only = (body: string) => {
  const tasks = findTasks(body)
  expect(tasks).toHaveLength(1)
  return tasks[0]
}

describe('findTasks', () => {
  it('reads text, responsible and deadline', () => {
    const body = 'Actions\n\n- [ ] Send the remuneration study to members [[Rex Facer]] 📅 2023-06-30\n'
    expect(findTasks(body)).toEqual([
      {
        line: 2,
        from: 9,
        to: body.length - 1,
        text: 'Send the remuneration study to members',
        responsible: ['Rex Facer'],
        due: '2023-06-30',
        created: '',
        done: '',
        cancelled: '',
        state: 'open',
        remarks: [],
      },
    ])
  })

  it('reads all signifiers in any order, and partial dates', () => {
    expect(only('- [x] Write ✅ 2023-07-01 [[UNDP]] ➕ 2023-05-02 📅 2023-06')).toMatchObject({
      text: 'Write',
      responsible: ['UNDP'],
      created: '2023-05-02',
      due: '2023-06',
      done: '2023-07-01',
      state: 'done',
    })
    expect(only('* [-] Write ❌ 2023-07-01')).toMatchObject({ cancelled: '2023-07-01', state: 'cancelled' })
  })

  it.each([
    ['Ask [[A]], [[B]] and [[C|the third]]', 'Ask', ['A', 'B', 'C']],
    ['Ответить [[Байменов]] и [[ПРООН]]', 'Ответить', ['Байменов', 'ПРООН']],
    ['Call [[Kim Pan Suk]].', 'Call [[Kim Pan Suk]].', []],
    ['Write to [[A]] about the study [[B]]', 'Write to [[A]] about the study', ['B']],
    ['Tell Kim and [[A]]', 'Tell Kim and [[A]]', []],
    ['Look at ![[chart.png]]', 'Look at ![[chart.png]]', []],
    ['Read `[[A]]`', 'Read `[[A]]`', []],
    ['Pay on 📅 2023-02-31', 'Pay on 📅 2023-02-31', []],
    ['Plan [[A]] ⏫ ⏳ 2023-06-01 📅 2023-06-30', 'Plan ⏫ ⏳ 2023-06-01', ['A']],
  ])('%s', (item, text, responsible) => {
    expect(only(`- [ ] ${item}`)).toMatchObject({ text, responsible })
  })

  it('finds items in nested lists, numbered lists and quotes, and none in code or text', () => {
    const body = [
      '- a',
      '  - [ ] one',
      '1. [ ] two',
      '> - [X] three',
      '```',
      '- [ ] not this',
      '```',
      '',
      '    - [ ] nor this',
      '',
      'text [ ] nor this',
      '- [y] nor this',
      '- [ ]nor this',
      '- [ ]',
    ].join('\n')
    expect(findTasks(body).map(({ line, text }) => [line, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
      [13, ''],
    ])
  })
})

describe('formatTask', () => {
  it('writes what findTasks reads', () => {
    const written = '- [x] Send the [[study]] to members [[Rex Facer]] [[UNDP]] ➕ 2023-05-02 📅 2023-06-30 ✅ 2023-07-01'
    expect(formatTask(only(written) ?? expect.fail())).toBe(
      '- [x] Send the [[study]] to members [[Rex Facer]] [[UNDP]] ➕ 2023-05-02 📅 2023-06-30 ✅ 2023-07-01',
    )
  })

  it('stays on one line', () => {
    expect(formatTask({ text: 'two\nlines', responsible: [], due: '', created: '', done: '', cancelled: '', state: 'open' })).toBe(
      '- [ ] two lines',
    )
  })
})
