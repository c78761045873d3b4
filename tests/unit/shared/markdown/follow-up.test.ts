import { describe, expect, it } from 'vitest'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import {
  decisionsWithFollowUp,
  entriesOfChange,
  entryOfStatus,
  followUpKey,
  tasksWithFollowUp,
} from '../../../../src/shared/markdown/follow-up.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'
import { followUpEntry, type FollowUpEntry } from '../../../../src/shared/model/follow-up.ts'

const TODAY = '2023-07-05'
const BODY = `- [ ] Send the study [[Rex Facer]] 📅 2023-06-30
  - 2023-06-12 Asked
- [ ] Translate it
- [x] Send the study [[UNDP]] ✅ 2023-06-01
`
const tasks = findTasks(BODY)

const action = (entry: Partial<FollowUpEntry>): FollowUpEntry => ({
  of: 'action',
  key: 'Send the study',
  nth: 0,
  on: TODAY,
  change: 'state',
  value: 'done',
  ...entry,
})

describe('actions with what became of them', () => {
  const now = (...followUp: FollowUpEntry[]) => tasksWithFollowUp(tasks, followUp)

  it('are what the text says without a log', () => {
    expect(now()).toEqual({ tasks, orphans: [] })
  })

  it('have the state, the deadline, the responsible and the remarks of the log', () => {
    const { tasks: after } = now(
      action({}),
      action({ change: 'due', value: '2023-07' }),
      action({ change: 'responsible', value: '[[UNDP]], [[Li Wei|Li]]' }),
      action({ change: 'remark', on: '2023-07-01', value: 'Sent' }),
      action({ key: 'Translate it', change: 'due', value: '2024' }),
    )
    expect(after[0]).toMatchObject({ state: 'done', done: TODAY, due: '2023-07', responsible: ['UNDP', 'Li Wei'] })
    expect(after[0]?.remarks).toEqual([
      { on: '2023-06-12', text: 'Asked' },
      { on: '2023-07-01', text: 'Sent' },
    ])
    expect(after[1]).toMatchObject({ state: 'open', due: '2024' })
    expect(after[2]).toEqual(tasks[2])
  })

  it('may be opened again, lose their deadline and everybody', () => {
    const { tasks: after } = now(
      action({ nth: 1, value: 'open' }),
      action({ change: 'due', value: '' }),
      action({ change: 'responsible', value: '' }),
    )
    expect(after[0]).toMatchObject({ due: '', responsible: [] })
    expect(after[2]).toMatchObject({ state: 'open', done: '' })
  })

  it('take what was recorded later, of whatever day', () => {
    expect(now(action({ on: '2023-07-02' }), action({ on: '2023-07-01', value: 'cancelled' })).tasks[0]).toMatchObject({
      state: 'cancelled',
      done: '',
      cancelled: '2023-07-01',
    })
    expect(now(action({}), action({ value: 'cancelled' })).tasks[0]).toMatchObject({ state: 'cancelled', done: '', cancelled: TODAY })
  })

  it('name the entries whose action is gone, and pass over what is no state', () => {
    const gone = [action({ nth: 2 }), action({ key: 'Print it' })]
    expect(now(...gone, action({ value: 'perhaps' }))).toEqual({ tasks, orphans: gone })
  })

  it('leave the entries of decisions alone', () => {
    expect(now(action({ of: 'decision' }))).toEqual({ tasks, orphans: [] })
  })
})

describe('the entries of a change', () => {
  const all = {
    state: 'cancelled',
    due: '',
    responsible: ['UNDP', 'Li Wei'],
    remark: { on: '2023-07-04', text: 'No\nmoney' },
    today: TODAY,
  } as const

  it('say what changes, and read back as asked', () => {
    const entries = entriesOfChange(tasks, 2, all) ?? []
    expect(entries.map(({ key, nth, on, change, value }) => [key, nth, on, change, value])).toEqual([
      ['Send the study', 1, TODAY, 'state', 'cancelled'],
      ['Send the study', 1, TODAY, 'responsible', '[[UNDP]], [[Li Wei]]'],
      ['Send the study', 1, '2023-07-04', 'remark', 'No money'],
    ])
    for (const entry of entries) expect(followUpEntry.parse(entry)).toEqual(entry)
    expect(tasksWithFollowUp(tasks, entries).tasks[2]).toMatchObject({
      state: 'cancelled',
      done: '',
      cancelled: TODAY,
      responsible: ['UNDP', 'Li Wei'],
      remarks: [{ on: '2023-07-04', text: 'No money' }],
    })
  })

  it('are none when all is so already', () => {
    expect(entriesOfChange(tasks, 0, { state: 'open', due: '2023-06-30', responsible: ['Rex Facer'], today: TODAY })).toEqual([])
    expect(entriesOfChange(tasks, 0, { responsible: ['rex  facer'], remark: { on: '2023-07-04', text: ' ' }, today: TODAY })).toEqual([])
  })

  it.each([
    ['brackets in a name', { responsible: ['A]]B'] }],
    ['a bar in a name', { responsible: ['A|B'] }],
    ['no name', { responsible: [''] }],
    ['more names than a line holds', { responsible: Array.from({ length: 300 }, (_, nth) => `Person ${nth}`) }],
    ['31 February', { due: '2023-02-31' }],
    ['a remark of a month', { remark: { on: '2023-07', text: 'Sent' } }],
    ['a remark that is too long', { remark: { on: '2023-07-04', text: 'a'.repeat(2_001) } }],
  ])('are not made with %s', (_, change) => {
    expect(entriesOfChange(tasks, 0, { ...change, today: TODAY })).toBeNull()
  })

  it('are not made of an action that is not there', () => {
    expect(entriesOfChange(tasks, 9, all)).toBeNull()
  })

  it('stay with their action when others come before it', () => {
    const entries = entriesOfChange(tasks, 1, all) ?? []
    const corrected = findTasks(`- [ ] Another\n\n${BODY}`)
    expect(tasksWithFollowUp(corrected, entries)).toMatchObject({
      tasks: [{}, {}, { text: 'Translate it', state: 'cancelled' }, {}],
      orphans: [],
    })
  })
})

describe('a key', () => {
  it('is one line that the model takes, however long the text', () => {
    const text = `a\tb${'😀'.repeat(2_000)}`
    const key = followUpKey({ text })
    expect(key.startsWith('a b😀')).toBe(true)
    // no half of a pair at the cut
    expect(key).not.toMatch(/[\uD800-\uDBFF]$/)
    expect(followUpEntry.safeParse(action({ key })).success).toBe(true)
    const [task] = findTasks(`- [ ] ${text}`)
    expect(tasksWithFollowUp(task ? [task] : [], [action({ key })]).tasks[0]?.state).toBe('done')
  })

  it('is the same for composed and decomposed letters', () => {
    const [task] = findTasks('- [ ] Письмо о кайме́ й'.normalize('NFD'))
    expect(tasksWithFollowUp(task ? [task] : [], [action({ key: 'Письмо о кайме́ й'.normalize('NFC') })]).orphans).toEqual([])
  })
})

describe('decisions with what became of them', () => {
  const decisions = findDecisions('> [!decision] SC/2023/1 Study\n\n> [!decision] Seminar\n\n> [!decision] SC/2023/1 The same number')

  it('are in force until something else is recorded', () => {
    expect(decisionsWithFollowUp(decisions, [])).toEqual({
      decisions: decisions.map((decision) => ({ ...decision, status: 'in force', supersededBy: '', statusOn: '', remarks: [] })),
      orphans: [],
    })
  })

  it('are implemented or superseded, by number or title', () => {
    const entries = [
      entryOfStatus(decisions, 0, { status: 'superseded', supersededBy: 'SC/2024/2', on: '2024-05-01' }),
      entryOfStatus(decisions, 1, { status: 'implemented', on: '2023-09-01' }),
      entryOfStatus(decisions, 2, { status: 'superseded', on: '2023-09-01' }),
      entryOfStatus(decisions, 2, { status: 'in force', on: '2023-10-01' }),
    ]
    expect(entries.map(({ key, nth }) => [key, nth])).toEqual([
      ['SC/2023/1', 0],
      ['Seminar', 0],
      ['SC/2023/1', 1],
      ['SC/2023/1', 1],
    ])
    for (const entry of entries) expect(followUpEntry.parse(entry)).toEqual(entry)
    expect(decisionsWithFollowUp(decisions, entries).decisions).toMatchObject([
      { status: 'superseded', supersededBy: 'SC/2024/2', statusOn: '2024-05-01' },
      { status: 'implemented', supersededBy: '', statusOn: '2023-09-01' },
      { status: 'in force', supersededBy: '', statusOn: '2023-10-01' },
    ])
  })

  it('have remarks, and name the entries whose decision is gone', () => {
    const remark = {
      ...entryOfStatus(decisions, 1, { status: 'in force', on: '2023-09-01' }),
      change: 'remark',
      value: 'Half done',
    } as const
    const gone = { ...remark, key: 'SC/2020/9' }
    const { decisions: after, orphans } = decisionsWithFollowUp(decisions, [remark, gone])
    expect(after[1]).toMatchObject({ status: 'in force', statusOn: '', remarks: [{ on: '2023-09-01', text: 'Half done' }] })
    expect(orphans).toEqual([gone])
  })
})
