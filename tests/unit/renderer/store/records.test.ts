import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { methods, type Input, type MethodName, type Output } from '../../../../src/shared/contract/index.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { record as recordSchema, recordInput, type AnyRecord, type NoteRecord } from '../../../../src/shared/model/record.ts'
import { createRecords, LONGEST_WAIT, PAUSE } from '../../../../src/renderer/store/records/create-records.ts'
import type { SavedChange } from '../../../../src/renderer/store/records/ports.ts'
import { issuesOf, shownRecord } from '../../../../src/renderer/store/records/open-record.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058'
const AT = '2023-05-16T08:00:00.000Z'

const stamp = {
  id: ID,
  rev: 1,
  createdAt: AT,
  createdBy: { name: 'A. Omarova', device: 'laptop' },
  updatedAt: AT,
  updatedBy: { name: 'A. Omarova', device: 'laptop' },
  trashed: null,
}
const note = (change: Partial<NoteRecord> = {}): AnyRecord =>
  recordSchema.parse({ ...recordInput.parse({ kind: 'note', title: 'Visit to Ljubljana' }), ...stamp, ...change })

const person: AnyRecord = recordSchema.parse({
  ...recordInput.parse({ kind: 'contact', title: 'Robert Schumi', given: 'Robert', family: 'Schumi' }),
  ...stamp,
  id: OTHER,
})

/** A host that keeps one table of records and answers by the contract; its answers can be held back and refused. */
class TestHost {
  readonly records = new Map<string, AnyRecord>([[ID, note()]])
  readonly updates: Record<string, unknown>[] = []
  revision = 10
  refuseWith: AppError | undefined
  /** Does what is asked, and the connection goes before the answer. */
  losesAnswers = false
  refuseUpdatesWith: AppError | undefined
  private held: (() => void)[] | undefined

  hold() {
    this.held = []
  }
  async letGo() {
    const waiting = this.held ?? []
    this.held = undefined
    for (const go of waiting) go()
    await settle()
  }
  /** Another window's change. */
  change(id: string, change: Record<string, unknown>) {
    const before = this.records.get(id)
    if (!before) throw new Error('no such record')
    const after = recordSchema.parse({ ...before, ...change, rev: before.rev + 1 })
    this.records.set(id, after)
    this.revision += 1
    return after
  }
  call = async <K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> => {
    if (this.held && method !== 'records.get') await new Promise<void>((go) => this.held?.push(go))
    const parsed = methods[method].input.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.code ?? '', message: issue.message }))
      throw new AppError('INVALID_INPUT', 'Some fields were refused.', { issues })
    }
    const answer = this.answer(method, parsed.data) as Output<K>
    if (this.losesAnswers && method !== 'records.get') throw new AppError('DISCONNECTED', 'The connection went before the answer.')
    return answer
  }
  private answer(method: string, input: unknown): unknown {
    const { id, baseRev, patch, title, records } = input as {
      id: string
      baseRev: number
      patch: Record<string, unknown>
      title: string
      records: { id: string; baseRev: number }[]
    }
    const target = records?.[0] ?? { id, baseRev }
    const current = this.records.get(target.id)
    if (!current) throw new AppError('NOT_FOUND', 'There is no such record.')
    if (method === 'records.get') return current
    if (method === 'records.update') this.updates.push(patch)
    if (this.refuseWith) throw this.refuseWith
    if (method === 'records.update' && this.refuseUpdatesWith) throw this.refuseUpdatesWith
    if (target.baseRev !== current.rev) throw new AppError('CONFLICT', 'The record has changed.', { current })
    if (method === 'records.update') return { record: this.change(id, patch), commit: { revision: this.revision } }
    if (method === 'records.rename') return { record: this.change(id, { title }), updatedLinks: 3, commit: { revision: this.revision } }
    this.change(target.id, { trashed: method === 'records.trash' ? { at: AT, by: current.updatedBy } : null })
    return { commit: { revision: this.revision } }
  }
}

/** Lets every promise that can go on go on; no time passes. */
const settle = () => vi.advanceTimersByTimeAsync(0)

const setUp = async () => {
  const host = new TestHost()
  const saved: SavedChange[] = []
  const records = createRecords({
    call: host.call,
    schedule: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    saved: (change) => saved.push(change),
  })
  await records.open(ID)
  const entry = () => {
    const found = records.store.getState()[ID]
    if (!found) throw new Error('not open')
    return found
  }
  const shown = () => shownRecord(entry()) as NoteRecord
  return { host, saved, records, entry, shown }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving', () => {
  test('sends the changed fields once, after a pause in typing', async () => {
    const { host, records, entry } = await setUp()
    for (const topic of ['r', 're', 'reform']) {
      records.edit(ID, { topic })
      await vi.advanceTimersByTimeAsync(PAUSE - 100)
    }
    expect(host.updates).toEqual([])
    expect(entry().status).toBe('dirty')
    await vi.advanceTimersByTimeAsync(100)
    expect(host.updates).toEqual([{ topic: 'reform' }])
    expect(entry()).toMatchObject({ status: 'saved', draft: {}, baseRev: 2 })
  })

  test('saves somebody who never pauses', async () => {
    const { host, records } = await setUp()
    for (let typed = 0; typed * 200 < LONGEST_WAIT + 200; typed += 1) {
      records.edit(ID, { body: 'x'.repeat(typed + 1) })
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(host.updates).toHaveLength(1)
  })

  test('does not save what is unchanged, nor what was changed back', async () => {
    const { host, records, entry } = await setUp()
    records.edit(ID, { topic: '', tags: [] })
    records.edit(ID, { topic: 'reform' })
    records.edit(ID, { topic: '' })
    expect(entry().status).toBe('saved')
    expect(await records.flush(ID)).toBe(true)
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(host.updates).toEqual([])
  })

  test('keeps what is typed while a save is under way, and saves it next', async () => {
    const { host, records, entry, shown } = await setUp()
    records.edit(ID, { topic: 'first' })
    host.hold()
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(entry().status).toBe('saving')
    records.edit(ID, { topic: 'second' })
    await host.letGo()
    expect(shown().topic).toBe('second')
    expect(entry().status).toBe('dirty')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(host.updates).toEqual([{ topic: 'first' }, { topic: 'second' }])
    expect(entry().status).toBe('saved')
  })

  test('a field changed back during its save is saved back', async () => {
    const { host, records } = await setUp()
    records.edit(ID, { topic: 'by mistake' })
    host.hold()
    await vi.advanceTimersByTimeAsync(PAUSE)
    records.edit(ID, { topic: '' })
    await host.letGo()
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(host.records.get(ID)).toMatchObject({ topic: '' })
  })

  test('flushAll saves every record at once and names those that could not be saved', async () => {
    const { host, records } = await setUp()
    host.records.set(OTHER, note({ id: OTHER, title: 'Another' }))
    await records.open(OTHER)
    records.edit(ID, { topic: 'one' })
    records.edit(OTHER, { date: 'soon' })
    expect(await records.flushAll()).toEqual([OTHER])
    expect(host.records.get(ID)).toMatchObject({ topic: 'one' })
  })

  test('a record that is left is saved first and then let go', async () => {
    const { host, records } = await setUp()
    records.edit(ID, { topic: 'left behind' })
    records.release(ID)
    await settle()
    expect(host.records.get(ID)).toMatchObject({ topic: 'left behind' })
    expect(records.store.getState()[ID]).toBeUndefined()
  })

  test('undo hears of properties, each by itself, and not of body text', async () => {
    const { host, records, saved } = await setUp()
    records.edit(ID, { body: 'Text', topic: 'reform' })
    await records.flush(ID)
    expect(host.updates).toEqual([{ topic: 'reform' }, { body: 'Text' }])
    expect(saved.map(({ fields, revision }) => ({ fields, revision }))).toEqual([{ fields: ['topic'], revision: 11 }])
  })
})

describe('a failed save', () => {
  test('keeps the draft, tries again by itself, ever more seldom, and succeeds', async () => {
    const { host, records, entry, shown } = await setUp()
    host.refuseWith = new AppError('DISK_FULL', 'The disk is full.')
    records.edit(ID, { topic: 'reform' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(entry().status).toBe('failed')
    expect(entry().error?.code).toBe('DISK_FULL')
    await vi.advanceTimersByTimeAsync(2_000)
    await vi.advanceTimersByTimeAsync(3_999)
    expect(host.updates).toHaveLength(2)
    host.refuseWith = undefined
    await vi.advanceTimersByTimeAsync(1)
    expect(entry().status).toBe('saved')
    expect(shown().topic).toBe('reform')
  })

  test('is tried again at once when the person asks', async () => {
    const { host, records, entry } = await setUp()
    host.refuseWith = new AppError('DISK_FULL', 'The disk is full.')
    records.edit(ID, { topic: 'reform' })
    expect(await records.flush(ID)).toBe(false)
    host.refuseWith = undefined
    expect(await records.flush(ID)).toBe(true)
    expect(entry().error).toBeNull()
  })

  test('is not repeated when only the person can help', async () => {
    const { host, records, entry } = await setUp()
    host.refuseWith = new AppError('ADOPTED', 'The text is adopted.')
    records.edit(ID, { body: 'Other' })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(host.updates).toHaveLength(1)
    records.discard(ID, ['body'])
    expect(entry()).toMatchObject({ status: 'saved', draft: {} })
  })

  test('a draft outlives the page that showed it', async () => {
    const { host, records, shown } = await setUp()
    host.refuseWith = new AppError('DISK_FULL', 'The disk is full.')
    records.edit(ID, { topic: 'reform' })
    records.release(ID)
    await settle()
    await records.open(ID)
    expect(shown().topic).toBe('reform')
  })
})

describe('a refused field', () => {
  test('keeps its text and says why, and the other fields are saved', async () => {
    const { host, records, entry, shown } = await setUp()
    records.edit(ID, { date: '31 February', topic: 'reform' })
    expect(await records.flush(ID)).toBe(false)
    expect(host.records.get(ID)).toMatchObject({ topic: 'reform', date: '' })
    expect(entry().status).toBe('failed')
    expect(shown().date).toBe('31 February')
    expect(issuesOf(entry(), 'date').map((issue) => issue.path)).toEqual(['date'])
    expect(issuesOf(entry(), 'topic')).toEqual([])
  })

  test('is named by its place inside a list, and not sent again before it changes', async () => {
    const { host, records, entry } = await setUp()
    records.edit(ID, {
      languageVersions: [
        { language: 'ru', record: '' },
        { language: 'по-русски', record: '' },
      ],
    })
    await records.flush(ID)
    expect(issuesOf(entry(), 'languageVersions')[0]?.path).toBe('languageVersions.1.language')
    records.edit(ID, { languageVersions: [{ language: 'ru', record: '' }] })
    expect(issuesOf(entry(), 'languageVersions')).toEqual([])
    expect(await records.flush(ID)).toBe(true)
    expect(host.updates).toHaveLength(1)
  })
})

describe('another window', () => {
  test('its changes are shown when nothing is being edited', async () => {
    const { host, records, shown } = await setUp()
    const theirs = host.change(ID, { topic: 'theirs' })
    records.changed([{ id: ID, rev: theirs.rev }], [])
    await settle()
    expect(shown().topic).toBe('theirs')
  })

  test('fields that one side changed are put together without asking', async () => {
    const { host, records, entry } = await setUp()
    records.edit(ID, { topic: 'mine' })
    host.change(ID, { source: 'theirs' })
    expect(await records.flush(ID)).toBe(true)
    expect(host.records.get(ID)).toMatchObject({ topic: 'mine', source: 'theirs', rev: 3 })
    expect(entry().conflict).toBeNull()
  })

  test('lines of the text that each side changed are put together without asking, also what is typed meanwhile', async () => {
    const { host, records, entry } = await setUp()
    host.change(ID, { body: '- [ ] Send the draft\n- [ ] Book the hall\n\nClosing' })
    await records.reloadAll()
    records.edit(ID, { body: '- [ ] Send the draft\n- [ ] Book the hall\n\nClosing at 12:30' })
    host.change(ID, { body: '- [x] Send the draft\n- [ ] Book the hall\n\nClosing' })
    host.hold()
    const saved = records.flush(ID)
    records.edit(ID, { body: '- [ ] Send the draft\n- [ ] Book the hall\n\nClosing at 12:30, all agreed' })
    await host.letGo()
    await saved
    expect(await records.flush(ID)).toBe(true)
    expect(entry()).toMatchObject({ conflict: null, status: 'saved' })
    expect(host.records.get(ID)?.body).toBe('- [x] Send the draft\n- [ ] Book the hall\n\nClosing at 12:30, all agreed')
  })

  test('while a person compares two versions nothing is put together behind him', async () => {
    const { host, records, entry } = await setUp()
    host.change(ID, { body: 'One\nTwo\nThree' })
    await records.reloadAll()
    records.edit(ID, { body: 'One\nMine\nThree' })
    host.change(ID, { body: 'One\nTheirs\nThree' })
    expect(await records.flush(ID)).toBe(false)
    const third = host.change(ID, { body: 'One\nTheirs\nThird' })
    records.changed([{ id: ID, rev: third.rev }], [])
    await settle()
    expect(entry()).toMatchObject({ conflict: { fields: ['body'] }, draft: { body: 'One\nMine\nThree' } })
  })

  test('a field that both changed waits for the person; both values are kept and nothing is sent', async () => {
    const { host, records, entry } = await setUp()
    records.edit(ID, { body: 'my text', source: 'mine' })
    host.change(ID, { body: 'their text' })
    expect(await records.flush(ID)).toBe(false)
    expect(entry()).toMatchObject({ status: 'conflict', conflict: { fields: ['body'], base: { body: '' } }, draft: { body: 'my text' } })
    expect(entry().record?.body).toBe('their text')
    records.edit(ID, { source: 'more' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(host.records.get(ID)?.body).toBe('their text')

    expect(await records.resolve(ID, { body: 'their text and mine' })).toBe(true)
    expect(host.records.get(ID)).toMatchObject({ body: 'their text and mine', source: 'more' })
  })

  test('what was saved without an answer is not taken for somebody else’s', async () => {
    const { host, records, entry } = await setUp()
    host.losesAnswers = true
    records.edit(ID, { body: 'one' })
    expect(await records.flush(ID)).toBe(false)
    host.losesAnswers = false
    records.edit(ID, { body: 'one two' })
    await records.reloadAll()
    expect(await records.flush(ID)).toBe(true)
    expect(entry()).toMatchObject({ status: 'saved', conflict: null })
    expect(host.records.get(ID)?.body).toBe('one two')
  })

  test('what somebody wrote over it is a conflict all the same', async () => {
    const { host, records, entry } = await setUp()
    host.losesAnswers = true
    records.edit(ID, { body: 'one' })
    await records.flush(ID)
    host.losesAnswers = false
    host.change(ID, { body: 'theirs' })
    records.edit(ID, { body: 'one two' })
    await records.reloadAll()
    expect(entry()).toMatchObject({ status: 'conflict', conflict: { fields: ['body'] }, draft: { body: 'one two' } })
  })

  test('taking their version leaves nothing to save of that field', async () => {
    const { host, records, entry } = await setUp()
    records.edit(ID, { body: 'my text' })
    host.change(ID, { body: 'their text' })
    await records.flush(ID)
    await records.resolve(ID, { body: 'their text' })
    expect(entry()).toMatchObject({ status: 'saved', draft: {}, conflict: null })
    expect(host.records.get(ID)?.body).toBe('their text')
  })

  test('a third version during the conflict asks again and loses neither', async () => {
    const { host, records, entry } = await setUp()
    records.edit(ID, { body: 'my text' })
    host.change(ID, { body: 'their text' })
    await records.flush(ID)
    host.change(ID, { body: 'third text' })
    expect(await records.resolve(ID, { body: 'my text' })).toBe(false)
    expect(entry()).toMatchObject({ status: 'conflict', draft: { body: 'my text' }, record: { body: 'third text' } })
  })

  test('the announcement of our own save does not load the record again', async () => {
    const { host, records, shown } = await setUp()
    records.edit(ID, { topic: 'first' })
    host.hold()
    await vi.advanceTimersByTimeAsync(PAUSE)
    records.changed([{ id: ID, rev: 2 }], [])
    records.edit(ID, { topic: 'second' })
    await host.letGo()
    expect(shown().topic).toBe('second')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(host.records.get(ID)).toMatchObject({ topic: 'second', rev: 3 })
  })

  test('erasing a record that has unsaved text keeps the text', async () => {
    const { host, records, entry, shown } = await setUp()
    records.edit(ID, { body: 'kept' })
    host.records.delete(ID)
    records.changed([], [ID])
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(shown().body).toBe('kept')
    expect(entry()).toMatchObject({ status: 'failed', error: { code: 'NOT_FOUND' } })
  })

  test('after a lost connection everything is asked for again and failed saves are tried', async () => {
    const { host, records, entry, shown } = await setUp()
    host.refuseWith = new AppError('DISCONNECTED', 'The host is gone.')
    records.edit(ID, { topic: 'mine' })
    await records.flush(ID)
    host.refuseWith = undefined
    host.change(ID, { source: 'theirs' })
    await records.reloadAll()
    expect(entry().status).toBe('saved')
    expect(shown()).toMatchObject({ topic: 'mine', source: 'theirs' })
  })
})

describe('rename and trash', () => {
  test('a rename saves what is typed first and tells undo', async () => {
    const { host, records, saved, shown } = await setUp()
    records.edit(ID, { topic: 'typed' })
    const renamed = await records.rename(ID, 'Visit to Ljubljana, 2–4 March')
    expect(renamed.updatedLinks).toBe(3)
    expect(shown()).toMatchObject({ title: 'Visit to Ljubljana, 2–4 March', topic: 'typed' })
    expect(host.updates).toEqual([{ topic: 'typed' }])
    expect(saved.at(-1)).toMatchObject({ fields: ['title'], revision: host.revision })
  })

  test('a person whose names change with the title is renamed and corrected as one command', async () => {
    const { host, saved, records } = await setUp()
    host.records.set(OTHER, person)
    await records.open(OTHER)
    await records.rename(OTHER, 'Robert Šumi', { given: 'Robert', family: 'Šumi' })
    expect(host.records.get(OTHER)).toMatchObject({ title: 'Robert Šumi', family: 'Šumi' })
    expect(saved).toMatchObject([{ fields: ['title'], names: { family: 'Šumi' }, revision: 11, followUp: 12 }])
  })

  test('names that could not be corrected with the title are kept and tried again', async () => {
    const { host, records } = await setUp()
    host.records.set(OTHER, person)
    await records.open(OTHER)
    host.refuseUpdatesWith = new AppError('IO', 'The disk failed.')
    await records.rename(OTHER, 'Robert Šumi', { given: 'Robert', family: 'Šumi' })
    expect(records.store.getState()[OTHER]?.draft).toEqual({ family: 'Šumi' })
    host.refuseUpdatesWith = undefined
    await records.flush(OTHER)
    expect(host.records.get(OTHER)).toMatchObject({ family: 'Šumi' })
  })

  test('a rename goes through when another window changed other fields, and stops when it renamed too', async () => {
    const { host, records } = await setUp()
    host.change(ID, { topic: 'theirs' })
    expect((await records.rename(ID, 'New name')).record.title).toBe('New name')
    host.change(ID, { title: 'Their name' })
    await expect(records.rename(ID, 'My name')).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(host.records.get(ID)?.title).toBe('Their name')
  })

  test('a taken title is refused and the old one stands', async () => {
    const { host, records, shown } = await setUp()
    host.refuseWith = new AppError('TITLE_TAKEN', 'The title is taken.', { suggestion: 'Other (2)' })
    await expect(records.rename(ID, 'Other')).rejects.toMatchObject({ code: 'TITLE_TAKEN' })
    expect(shown().title).toBe('Visit to Ljubljana')
  })

  test('trash and restore keep the draft saved and show the state', async () => {
    const { host, records, shown, saved } = await setUp()
    records.edit(ID, { topic: 'typed' })
    await records.trash(ID)
    expect(shown().trashed).not.toBeNull()
    await records.restore(ID)
    expect(shown().trashed).toBeNull()
    expect(host.records.get(ID)).toMatchObject({ topic: 'typed' })
    expect(saved.map((change) => change.fields)).toEqual([['topic'], ['trashed'], ['trashed']])
  })
})
