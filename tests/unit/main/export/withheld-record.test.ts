import { describe, expect, it } from 'vitest'
import { withholding } from '../../../../src/main/export/withholding.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { classifications } from '../../../../src/shared/model/vocabulary.ts'
import { record as recordSchema, type AnyRecord, type RecordInput } from '../../../../src/shared/model/record.ts'
import { anna, idOf, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

const person = { kind: 'contact', contactType: 'person' } as const
const secret: readonly RecordInput[] = [
  {
    ...person,
    title: 'Rex Facer',
    aliases: ['The Falcon'],
    given: 'Rex',
    family: 'Facer',
    nativeName: 'Рекс Фейсер',
    classification: 'confidential',
    emails: [
      { label: '', value: 'rex@facer.org' },
      { label: '', value: 'info@hub.org' },
    ],
    phones: [{ label: '', value: '+7 7172 123 456' }],
  },
  {
    kind: 'meeting',
    title: 'Closed session',
    symbol: 'CS/2023/1',
    classification: 'strictly confidential',
    body: '> [!decision] CS/2023/7 Close\n> Agreed.\n\n> [!decision] Pay them\n> Agreed.',
  },
  { kind: 'study', title: 'Falcon pay', doi: '10.1000/falcon', classification: 'confidential' },
]

async function workspaceOf(...records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })
  return workspace
}

const secrets = secret.map((input, at) => newRecord(0x900 + at, input))

/** The first of the inputs as it leaves, with what was taken out. */
async function told(...inputs: readonly RecordInput[]) {
  const workspace = await workspaceOf(...secrets, ...inputs.map((input, at) => newRecord(at + 1, { classification: 'public', ...input })))
  const held = await withholding(workspace, 'internal')
  const read = await workspace.read(idOf(1))
  if (!held || !read) return expect.fail()
  const left = held.record(read)
  expect(recordSchema.parse(left.record)).toEqual(left.record)
  await workspace.close()
  return { ...left, read, held }
}

describe('a record as it leaves', () => {
  it('is the same record when nothing of it tells', async () => {
    const { record, read, passages, files } = await told({ kind: 'note', title: 'One', body: '[[Two]], a facer, a falcon 🦅' })
    expect(record).toBe(read)
    expect([passages, files]).toEqual([0, 0])
  })

  it.each([
    ['a family name alone', 'One. Mr. Facer said so. Two.'],
    ['the name in its own script', 'One. У Рекса Фейсера был. Two.'],
    ['the name in the order of lists', 'One. By Facer, Rex. Two.'],
    ['an alias', 'One. So said The Falcon. Two.'],
    ['an e-mail address', 'One. Write to Rex@Facer.org now. Two.'],
    ['a phone number', 'One. Call 8 (7172) 12-34-56 now. Two.'],
    ['the symbol of a document', 'One. See CS/2023/1 there. Two.'],
    ['the number of a decision', 'One. As CS/2023/7 says. Two.'],
    ['an identifier', 'One. At https://doi.org/10.1000/falcon it is. Two.'],
  ])('does not say %s', async (_, body) => {
    const { record, passages } = await told({ kind: 'note', title: 'One', body })
    expect([record.body, passages]).toEqual(['One. [withheld] Two.', 1])
  })

  it('says what a record within the level has too', async () => {
    const other: RecordInput = { ...person, title: 'Kim Facer', emails: [{ label: '', value: 'info@hub.org' }] }
    const { passages } = await told({ kind: 'note', title: 'One', body: 'Kim Facer, Mr. Facer, info@hub.org' }, other)
    expect(passages).toBe(0)
  })

  it('loses a row with a link to them, and one name of a list', async () => {
    const row = { function: 'speaker', status: 'expert', represents: { country: 'USA', organisation: '' }, presence: 'present' } as const
    const { record, passages } = await told({
      kind: 'meeting',
      title: 'One',
      chair: 'rex  facer',
      secretary: 'Kim',
      partOf: 'Closed session',
      participants: [
        { ...row, person: 'Kim', title: 'Director', replacedBy: '' },
        { ...row, person: 'Rex Facer', title: 'Dean of the school', replacedBy: '' },
        { ...row, person: 'Li', title: 'Adviser to Rex Facer', replacedBy: '' },
      ],
    })
    const empty = { function: '', status: '', represents: { country: '', organisation: '' }, title: '', presence: '', replacedBy: '' }
    expect(record).toMatchObject({
      chair: '[withheld]',
      secretary: 'Kim',
      partOf: '[withheld]',
      participants: [
        { ...row, person: 'Kim', title: 'Director' },
        { ...empty, person: '[withheld]' },
        { ...row, person: 'Li', title: '[withheld]' },
      ],
    })
    expect(passages).toBe(4)
  })

  it('has another title when its own tells, and links lead there', async () => {
    const brief: RecordInput = {
      kind: 'meeting',
      title: 'Brief on Rex Facer',
      aliases: ['Brief 7', 'Facer brief of Rex Facer'],
      tags: ['rex-facer', 'pay'],
    }
    const { held, record, passages } = await told(
      { kind: 'meeting', title: 'One', partOf: 'brief on Rex Facer', body: '[[Brief 7]]' },
      brief,
    )
    const title = `Withheld title ${idOf(2).slice(-12)}`
    expect(record).toMatchObject({ partOf: title, body: '[[Brief 7]]' })
    expect(passages).toBe(0)
    const other = held.record(newRecord(2, brief))
    expect(other.record).toMatchObject({ title, aliases: ['Brief 7'], tags: ['pay'] })
    expect(other.passages).toBe(3)
  })

  it('keeps no fingerprint of an adopted text that lost something, because what is gone could be guessed and tried', async () => {
    const meeting: RecordInput = {
      kind: 'meeting',
      title: 'One',
      stage: 'adopted',
      adoptedHash: 'a'.repeat(64),
      corrigenda: [{ on: '2023', reason: 'So', sha256: 'b'.repeat(64) }],
    }
    const { record } = await told({ ...meeting, body: 'By Rex Facer.' })
    expect(record).toMatchObject({ adoptedHash: '', corrigenda: [{ on: '2023', reason: 'So', sha256: '0'.repeat(64) }] })
    const { record: filed } = await told({ ...meeting, tags: ['rex-facer'] })
    expect(filed).toMatchObject({ tags: [], adoptedHash: 'a'.repeat(64), corrigenda: [{ sha256: 'b'.repeat(64) }] })
  })

  it('tells of the log what is of told actions and decisions', async () => {
    const entry = { of: 'action', nth: 0, on: '2023-06-30' } as const
    const { record, passages } = await told({
      kind: 'meeting',
      title: 'One',
      followUp: [
        { ...entry, key: 'Ask [[Rex Facer]]', change: 'state', value: 'done' },
        { ...entry, key: 'Ask Kim', change: 'responsible', value: '[[Kim]], [[Rex Facer]], [[Li]]' },
        { ...entry, key: 'Ask Kim', change: 'remark', value: 'Rex Facer agreed. Sent.' },
        { ...entry, of: 'decision', key: 'SC/1', change: 'status', value: 'superseded CS/2023/7' },
        { ...entry, of: 'decision', key: 'SC/2', change: 'status', value: 'superseded Pay them' },
        { ...entry, of: 'decision', key: 'SC/3', change: 'status', value: 'superseded SC/4' },
      ],
    })
    expect(record.kind === 'meeting' && record.followUp.map(({ on, value }) => [on, value])).toEqual([
      ['2023-06-30', '[[Kim]], [withheld], [[Li]]'],
      ['2023-06-30', '[withheld] Sent.'],
      ['', 'superseded [withheld]'],
      ['', 'superseded [withheld]'],
      ['2023-06-30', 'superseded SC/4'],
    ])
    expect(passages).toBe(5)
  })

  it('says nothing in what Rapporteur only keeps, its keys included', async () => {
    const { record, passages } = await told({
      kind: 'note',
      title: 'One',
      extra: { 'Rex Facer': 'boss', a: ['So. Rex Facer too.', 77172123456, { b: '[[Falcon pay]]', c: 2023, d: null }] },
    })
    expect(record.extra).toEqual({ '[withheld]': '', a: ['So. [withheld]', '[withheld]', { b: '[withheld]', c: 2023, d: null }] })
    expect(passages).toBe(4)
  })

  it('does not name who wrote it either', async () => {
    const author: RecordInput = { ...person, title: anna.name, classification: 'confidential' }
    const { record } = await told({ kind: 'note', title: 'One' }, author)
    const withheld = { name: '[withheld]', device: anna.device }
    expect([record.createdBy, record.updatedBy]).toEqual([withheld, withheld])
  })

  it('leaves dates, words of a choice and codes as they are', async () => {
    const daily: RecordInput = { kind: 'note', title: '2023-06-30', aliases: ['draft', 'committee'], classification: 'confidential' }
    const meeting = { kind: 'meeting', title: 'One', start: '2023-06-30', stage: 'draft', meetingType: 'committee' } as const
    const { record, passages } = await told({ ...meeting, body: '📅 2023-06-30' }, daily)
    expect(record).toMatchObject({ ...meeting, body: '📅 2023-06-30' })
    expect(passages).toBe(0)
  })
})

describe('a country that everybody may name', () => {
  const georgia: RecordInput = { kind: 'country', code: 'GEO', title: 'Georgia', aliases: ['ГРУЗИЯ', 'Our friends'] }

  async function toldOf(country: Partial<RecordInput>, input: Partial<RecordInput>, made: RecordInput = georgia) {
    const workspace = await workspaceOf(
      newRecord(2, { ...made, classification: 'internal', ...country } as RecordInput),
      newRecord(1, { kind: 'meeting', title: 'One', classification: 'public', ...input } as RecordInput),
    )
    const held = (await withholding(workspace, 'public')) ?? expect.fail()
    const left = held.record((await workspace.read(idOf(1))) ?? expect.fail())
    await workspace.close()
    expect(recordSchema.parse(left.record)).toEqual(left.record)
    return { ...left, held }
  }

  it('stays in sentences, and a link to it is the words that it shows', async () => {
    const body =
      'Georgia spoke. [[Georgia]] and [[грузия|Грузией]]; [[georgia#Our view]], ![[Georgia]], [[Georgia|**she**]]. [[Our friends]] left. [[GEO]].'
    const { record, isWhole, passages } = await toldOf({}, { body, countries: ['GEO'], place: 'Georgia' })
    expect(record).toMatchObject({ countries: ['GEO'], place: 'Georgia', title: 'One' })
    expect(record.body).toBe('Georgia spoke. Georgia and Грузией; georgia, Georgia, Georgia. [withheld] [[GEO]].')
    expect(isWhole).toBe(false)
    expect(passages).toBe(6)
  })

  it('leaves without the heading of its record also where there is no link', async () => {
    const body = '`[[Georgia#Our view]]` and ![[Nobody#Our view]].\n\n\\[[Georgia#Our view]]\n\n[[Georgia#Our view'
    const { record } = await toldOf({}, { body, extra: { 'of [[Georgia#Our view]]': 'x', seen: '[[Georgia#Our view]]' } })
    expect(record.body).toBe('`Georgia` and ![[Nobody#Our view]].\n\n\\Georgia\n\nGeorgia')
    expect(record.extra).toEqual({ '[withheld]': '', seen: 'Georgia' })
  })

  it('is a word of the log as it is of the body', async () => {
    const entry = { of: 'action', nth: 0, on: '2023-06-30', key: 'Ask [[Georgia]]' } as const
    const followUp = [
      { ...entry, change: 'state', value: 'done' },
      { ...entry, change: 'responsible', value: '[[Georgia]], [[Kim]]' },
      { ...entry, change: 'responsible', value: '[[Our friends]], [[Georgia]]' },
    ] as const
    const { record } = await toldOf({}, { body: '- [ ] Ask [[Georgia]]', followUp: [...followUp] })
    expect(record.body).toBe('- [ ] Ask Georgia')
    expect(record.kind === 'meeting' && record.followUp.map(({ key, value }) => [key, value])).toEqual([
      ['Ask Georgia', 'done'],
      ['Ask Georgia', 'Georgia, [[Kim]]'],
      ['Ask Georgia', '[withheld], Georgia'],
    ])
  })

  it('is the only one that is: not one that is raised, nor one that somebody calls so', async () => {
    const body = 'Georgia spoke. They left.'
    expect((await toldOf({ classification: 'confidential' }, { body })).record.body).toBe('[withheld] They left.')
    const ofAnother = await toldOf({}, { body: 'Atlantis spoke. They left.' })
    expect(ofAnother.record.body).toBe('Atlantis spoke. They left.')
    const renamed = await toldOf({ title: 'Atlantis' }, { body: '[[Atlantis]] spoke. They left.' })
    expect(renamed.record.body).toBe('[withheld] They left.')
    const named = await toldOf({}, { body }, { kind: 'note', title: 'Georgia' })
    expect(named.record.body).toBe('[withheld] They left.')
  })

  it('gives another key when it comes along, because links lead to it then', async () => {
    const spy = { title: 'Spy', aliases: [] }
    const keyOf = async (classification: AnyRecord['classification']) => {
      const workspace = await workspaceOf(
        newRecord(1, { kind: 'country', code: 'GEO', title: 'Georgia', classification }),
        newRecord(2, { kind: 'note', ...spy, classification: 'confidential' }),
      )
      const held = await withholding(workspace, 'public')
      await workspace.close()
      return held?.key
    }
    expect(await keyOf('internal')).not.toBe(await keyOf('public'))
  })

  it('does not make a secret of who is called like it, nor of the file of its own that has its name', async () => {
    const jordan: RecordInput = { ...person, title: 'Michael Jordan', given: 'Michael', family: 'Jordan', classification: 'confidential' }
    const country: RecordInput = { kind: 'country', code: 'JOR', title: 'Jordan', classification: 'internal' }
    const workspace = await workspaceOf(newRecord(1, jordan), newRecord(2, country))
    const held = await withholding(workspace, 'public')
    expect(held?.text('Jordan agreed. Michael Jordan too. [[Jordan]].')).toBe('Jordan agreed. [withheld] Jordan.')
    await workspace.close()
  })
})

describe('what is withheld', () => {
  it('is nothing up to the highest level, and where nothing is above the level', async () => {
    const workspace = await workspaceOf(...secrets)
    expect(await withholding(workspace, 'strictly confidential')).toBeUndefined()
    const open = await workspaceOf(newRecord(1, { kind: 'note', title: 'One', classification: 'internal' }))
    for (const level of classifications.slice(1)) expect(await withholding(open, level)).toBeUndefined()
    expect(await withholding(open, 'public')).toBeDefined()
    await workspace.close()
    await open.close()
  })

  it('is what lies in the trash too, unless a record within the level has that name now', async () => {
    const trashed = { at: '2023-10-05T09:00:00.000Z', by: anna }
    const workspace = await workspaceOf(
      { ...newRecord(1, { kind: 'note', title: 'Old plan', classification: 'confidential' }), trashed },
      { ...newRecord(2, { kind: 'note', title: 'New plan', classification: 'confidential' }), trashed },
      newRecord(3, { kind: 'note', title: 'New plan', body: 'Old plan. [[New plan]]' }),
    )
    const held = await withholding(workspace, 'internal')
    expect(held?.text('The old plan. The new [[new plan]]. [[Old plan]].')).toBe('[withheld] The new [[new plan]]. [withheld]')
    await workspace.close()
  })

  it('has another key when other names are secret, and the same when not', async () => {
    const workspace = await workspaceOf(...secrets, newRecord(1, { kind: 'note', title: 'One' }))
    const keyNow = async () => (await withholding(workspace, 'internal'))?.key
    const put = (title: string, classification: AnyRecord['classification']) =>
      workspace.transact(anna, async (transaction) => {
        const record = (await transaction.read(idOf(1))) ?? expect.fail()
        transaction.put({ ...record, title, classification, body: `${record.body}.` }, record.rev)
      })
    const before = await keyNow()
    await put('Two', 'internal')
    expect(await keyNow()).toBe(before)
    await put('Two', 'confidential')
    const after = await keyNow()
    expect(after).not.toBe(before)
    await put('Two', 'confidential')
    expect(await keyNow()).toBe(after)
    await put('Three', 'confidential')
    expect(await keyNow()).not.toBe(after)
    await workspace.close()
  })
})
