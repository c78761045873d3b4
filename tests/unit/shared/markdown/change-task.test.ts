import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeTask, editsOfTasks, taskEdits, type TaskChange } from '../../../../src/shared/markdown/change-task.ts'
import { findTasks, type Task } from '../../../../src/shared/markdown/tasks.ts'
import { applyEdits } from '../../../../src/shared/markdown/text-edit.ts'
import { nastyBody } from './nasty-bodies.ts'

const TODAY = '2023-07-05'
const change = (body: string, asked: Omit<TaskChange, 'today'>, line = 0) => changeTask(body, line, { ...asked, today: TODAY })

describe('the state of an action', () => {
  it.each([
    ['- [ ] Send it', 'done', '- [x] Send it ✅ 2023-07-05'],
    ['- [ ] Send it [[Rex Facer]] 📅 2023-06-30\r', 'done', '- [x] Send it [[Rex Facer]] 📅 2023-06-30 ✅ 2023-07-05\r'],
    ['- [x] Send it ✅ 2023-07-01', 'open', '- [ ] Send it'],
    ['- [X] Send it ✅ 2023-07-01 📅 2023-06-30', 'open', '- [ ] Send it 📅 2023-06-30'],
    ['- [X] Send it ✅ 2023-07-01', 'done', '- [X] Send it ✅ 2023-07-01'],
    ['- [x] Send it ✅ 2023-07-01', 'cancelled', '- [-] Send it ❌ 2023-07-05'],
    ['- [-] Send it ❌ 2023-07-01', 'open', '- [ ] Send it'],
    ['- [ ] Send it ✅ 2023-07-01', 'done', '- [x] Send it ✅ 2023-07-05'],
    ['- [ ]', 'done', '- [x] ✅ 2023-07-05'],
    ['- [x] ✅ 2023-07-01', 'open', '- [ ]'],
    ['> * [ ]  Отправить\u00A0это \t', 'done', '> * [x]  Отправить\u00A0это ✅ 2023-07-05 \t'],
    ['- [x] Send it ✅\uFE0F\u00A02023-07-01[[Rex Facer]]', 'open', '- [ ] Send it [[Rex Facer]]'],
    ['- [ ] Ask Kim, 📅 2023-06-30 [[Li Wei]]', 'done', '- [x] Ask Kim, 📅 2023-06-30 [[Li Wei]] ✅ 2023-07-05'],
  ] as const)('%j %s', (before, state, after) => {
    expect(change(before, { state })).toBe(after)
  })

  it('is changed in its line alone', () => {
    const body = '- [ ] one\r\n\t- [ ] two\u00A0\r\n- [ ] three'
    expect(change(body, { state: 'done' }, 1)).toBe('- [ ] one\r\n\t- [x] two ✅ 2023-07-05\u00A0\r\n- [ ] three')
  })
})

describe('the deadline of an action', () => {
  it.each([
    ['- [ ] Send it', '2023-06-30', '- [ ] Send it 📅 2023-06-30'],
    ['- [ ] Send it 🗓\uFE0F\u00A02023-06 ⏫', '2023-06-30', '- [ ] Send it 🗓\uFE0F\u00A02023-06-30 ⏫'],
    ['- [ ] Send it 📅 2023-06-30 [[Rex Facer]]', '', '- [ ] Send it [[Rex Facer]]'],
    ['- [ ] Move 📅 2023-06-30 to later', '2023', '- [ ] Move 📅 2023-06-30 to later 📅 2023'],
    ['- [ ] Send it 📅 2023-02-31', '2023-02-28', '- [ ] Send it 📅 2023-02-31 📅 2023-02-28'],
    ['- [ ] Send it 📅 2023-06-30 📅 2023-07-31', '', '- [ ] Send it'],
    ['- [ ] Send it', '', '- [ ] Send it'],
    ['- [ ] Ask Kim and', '2023-06-30', '- [ ] Ask Kim and 📅 2023-06-30'],
    // the comma would bind the name into the sentence
    ['- [ ] Ask Kim, 📅 2023-06-30 [[Li Wei]]', '', '- [ ] Ask Kim [[Li Wei]]'],
  ])('%j %s', (before, due, after) => {
    expect(change(before, { due })).toBe(after)
  })

  it('is a date that exists', () => {
    expect(change('- [ ] Send it', { due: '2023-02-31' })).toBeNull()
    expect(change('- [ ] Send it', { due: 'soon' })).toBeNull()
  })
})

describe('who is responsible', () => {
  it.each([
    ['- [ ] Send it', ['Rex Facer'], '- [ ] Send it [[Rex Facer]]'],
    ['- [ ] Send it 📅 2023-06-30', ['Rex Facer', 'UNDP'], '- [ ] Send it [[Rex Facer]] [[UNDP]] 📅 2023-06-30'],
    ['- [ ] Send it [[A|a]], [[B]] and [[C]] ⏫', ['A', 'C'], '- [ ] Send it [[A|a]], [[C]] ⏫'],
    ['- [ ] Send it [[A]], [[B]] and [[C]]', ['A', 'B', 'C', 'D'], '- [ ] Send it [[A]], [[B]] and [[C]] [[D]]'],
    ['- [ ] Send it [[A]] and [[B]] 📅 2023-06-30', [], '- [ ] Send it 📅 2023-06-30'],
    ['- [ ] Send it [[A#Posts]]', ['a'], '- [ ] Send it [[A#Posts]]'],
    ['- [ ] Send it [[A]] [[B]]', ['B', 'A'], '- [ ] Send it [[B]] [[A]]'],
    ['- [ ] Write to [[A]].', ['B'], '- [ ] Write to [[A]]. [[B]]'],
    ['- [ ]', ['B'], '- [ ] [[B]]'],
    ['- [ ] ', ['B'], '- [ ] [[B]]'],
    ['- [ ] Ask Kim and', ['Li Wei'], '- [ ] Ask Kim [[Li Wei]]'],
    ['- [ ] Ask Kim, 📅 2023-06-30', ['Li Wei'], '- [ ] Ask Kim [[Li Wei]] 📅 2023-06-30'],
    ['- [ ] Half-typed [[Rex', ['Li Wei'], '- [ ] Half-typed [[Rex [[Li Wei]]'],
  ])('%j %j', (before, responsible, after) => {
    expect(change(before, { responsible })).toBe(after)
  })

  it.each(['', '  ', 'A|B', 'A#B', 'A]]B', '[A'])('is not “%s”, which no link can name', (name) => {
    expect(change('- [ ] Send it', { responsible: [name] })).toBeNull()
  })

  it('cannot be named where the line runs on in code', () => {
    expect(change('- [ ] Run `npm\n  install`', { responsible: ['A'] })).toBeNull()
  })
})

describe('several actions at once', () => {
  const body = '- [ ] One [[Kim]] 📅 2023-07\n\nText.\n\n> - [x] Two ✅ 2023-01-01\n\n- [ ] Ask [[Kim]] and [[Li Wei]]\n'
  const asked = new Map<number, TaskChange>([
    [0, { state: 'done', today: TODAY }],
    [2, { state: 'done', today: TODAY }],
    [4, { state: 'open', today: TODAY }],
  ])

  it('change as one after the other, and a line that is none stays', () => {
    const one = [0, 4].reduce((text, line) => changeTask(text, line, asked.get(line) as TaskChange) ?? '', body)
    expect(applyEdits(body, editsOfTasks(body, asked))).toBe(one)
    expect(one).toContain('- [x] One [[Kim]] 📅 2023-07 ✅ 2023-07-05')
  })

  it('one that cannot be written in its place alone does not keep the others back', () => {
    const both = new Map<number, TaskChange>([
      [0, { state: 'done', today: TODAY }],
      [6, { responsible: [], today: TODAY }],
      [4, { due: 'never', today: TODAY }],
    ])
    const one = [0, 6].reduce((text, line) => changeTask(text, line, both.get(line) as TaskChange) ?? '', body)
    expect(one).not.toBe('')
    expect(applyEdits(body, editsOfTasks(body, both))).toBe(one)
  })
})

describe('a remark', () => {
  const remark = { on: '2023-07-04', text: 'Sent' }

  it.each([
    ['- [ ] Send it', '- [ ] Send it\n  - 2023-07-04 Sent'],
    ['- [ ] Send it\r\nText', '- [ ] Send it\r\nText\r\n  - 2023-07-04 Sent'],
    ['- [ ] Send it\r\n\r\nText\r\n', '- [ ] Send it\r\n  - 2023-07-04 Sent\r\n\r\nText\r\n'],
    ['- [ ] Send it\n  to members\n- b', '- [ ] Send it\n  to members\n  - 2023-07-04 Sent\n- b'],
    ['12. [ ] Send it\n', '12. [ ] Send it\n    - 2023-07-04 Sent\n'],
    ['>- [ ] Send it\n> Text', '>- [ ] Send it\n> Text\n>   - 2023-07-04 Sent'],
    ['- > - [ ] Send it', '- > - [ ] Send it\n  >   - 2023-07-04 Sent'],
    ['-\t[ ] Send it', '-\t[ ] Send it\n \t- 2023-07-04 Sent'],
    ['- [ ] Send it\n\t* Copies', '- [ ] Send it\n\t* 2023-07-04 Sent\n\t* Copies'],
    [
      '- [ ] Send it\n  - Copies\n  - 2023-06-12 Asked\n    again\n  - Post',
      '- [ ] Send it\n  - Copies\n  - 2023-06-12 Asked\n    again\n  - 2023-07-04 Sent\n  - Post',
    ],
    ['- [ ] Send it\n\n      code', '- [ ] Send it\n\n      code\n  - 2023-07-04 Sent'],
    ['- [ ] Send it\n  ```\n  code\n  ```\nText', '- [ ] Send it\n  - 2023-07-04 Sent\n  ```\n  code\n  ```\nText'],
  ])('%j', (before, after) => {
    expect(change(before, { remark })).toBe(after)
  })

  it('is one line', () => {
    const body = change('- [ ] Send it', { remark: { on: '2023-07-04', text: ' — Sent\r\nto\u2028all ' } })
    expect(body).toBe('- [ ] Send it\n  - 2023-07-04 Sent to all')
  })

  it('says something, on a day that exists', () => {
    expect(change('- [ ] Send it', { remark: { on: '2023-07-04', text: ' ' } })).toBe('- [ ] Send it')
    expect(change('- [ ] Send it', { remark: { on: '2023-06-31', text: 'Sent' } })).toBeNull()
    expect(change('- [ ] Send it', { remark: { on: '2023-06', text: 'Sent' } })).toBeNull()
  })
})

it('is nothing where no action is', () => {
  const body = '```\n- [ ] code\n```\n- plain\n> [ ] words'
  for (let line = -1; line < 7; line++) expect(change(body, { state: 'done' }, line)).toBeNull()
})

it('gives edits that make the same text', () => {
  expect(taskEdits('- [ ] Send it', 0, { state: 'done', due: '2023', today: TODAY })).toEqual([
    { from: 3, to: 4, insert: 'x' },
    { from: 13, to: 13, insert: ' 📅 2023 ✅ 2023-07-05' },
  ])
})

const asked = fc.record(
  {
    state: fc.constantFrom<Task['state']>('open', 'done', 'cancelled'),
    due: fc.constantFrom('', '2024', '2024-02-29'),
    responsible: fc.uniqueArray(fc.constantFrom('Rex Facer', 'Байменов', 'A`b', 'Li Wei (UNDP)'), { maxLength: 3 }),
    remark: fc.constantFrom({ on: '2023-07-04', text: 'Sent' }, { on: '2023-07-04', text: '[[`' }),
  },
  { requiredKeys: [] },
)

const placeless = (tasks: readonly Task[]) => tasks.map((task) => ({ ...task, line: 0, from: 0, to: 0 }))
/** Without what may hang behind the text and bind a name into it. */
const unjoined = (text: string) => text.replace(/and|и|және|[\s,;&]/gu, '')

it('changes no other byte of any body, and reads back as asked', () => {
  fc.assert(
    fc.property(nastyBody, asked, fc.nat(), (body, wanted, at) => {
      const before = findTasks(body)
      const nth = at % Math.max(before.length, 1)
      const task = before[nth]
      fc.pre(task !== undefined)
      if (!task) return
      const after = change(body, wanted, task.line)
      if (after === null) {
        // a name is no link in code that begins in this line and ends in another
        expect(wanted.responsible).not.toBeUndefined()
        expect(body.slice(task.from, task.to)).toContain('`')
        return
      }
      const { remark, ...rest } = wanted
      // the line of the remark, and an empty one where nothing else parts it from what follows
      const added = [/\r?\n[^\n]*2023-07-04 (?:Sent|\[\[`)(?=\r?(?:\n|$))/u, /\r?\n[^\n]*2023-07-04 (?:Sent|\[\[`)\r?\n[ >]*(?=\r?\n)/u]
      const own = remark ? added.map((lines) => after.replace(lines, '')).filter((text) => text !== after) : [after]
      const line = body.slice(task.from, task.to)
      const head = body.slice(0, task.from) + line.slice(0, line.indexOf('[') + 1)
      const words = line.slice(line.indexOf(']') + 1).trimStart()
      const tail = words.slice(words.trimEnd().length) + body.slice(task.to)
      expect(own.filter((text) => text.startsWith(head) && text.endsWith(tail))).not.toEqual([])

      const now = findTasks(after)
      expect(placeless(now.toSpliced(nth, 1))).toEqual(placeless(before.toSpliced(nth, 1)))
      expect(now[nth]).toMatchObject({
        ...rest,
        created: task.created,
        remarks: remark ? [...task.remarks, remark] : task.remarks,
      })
      expect(unjoined(now[nth]?.text ?? '')).toBe(unjoined(task.text))
    }),
    { numRuns: 500 },
  )
})

it('changes nothing when all is so already', () => {
  fc.assert(
    fc.property(nastyBody, (body) => {
      for (const { line, state, due, responsible } of findTasks(body)) expect(change(body, { state, due, responsible }, line)).toBe(body)
    }),
    { numRuns: 300 },
  )
})
