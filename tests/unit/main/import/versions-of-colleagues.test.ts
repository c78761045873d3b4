/** Records that went to a colleague's workspace and came back: every workspace counts its revisions for itself. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { importMarkdown } from '../../../../src/main/import/index.ts'
import { previewImport } from '../../../../src/main/services/import/preview-import.ts'
import { AttachmentStore } from '../../../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { Classification } from '../../../../src/shared/model/common.ts'
import { exportPresets } from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, bolat, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

let folder: string
let home: Workspace
let abroad: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-colleagues-'))
  home = await newWorkspace('Hub')
  abroad = await newWorkspace('Colleague')
})
afterEach(async () => {
  await home.close()
  await abroad.close()
  await rm(folder, { recursive: true, force: true })
})

async function newWorkspace(name: string): Promise<Workspace> {
  const disk = await memoryDisk()
  return createWorkspace(disk.folder, { name, sample: false }, testEnvironment(disk.files))
}

const put = (workspace: Workspace, ...records: readonly AnyRecord[]) =>
  workspace.transact(workspace === home ? anna : bolat, async (transaction) => {
    for (const record of records) transaction.put(record, (await transaction.read(record.id))?.rev ?? 0)
  })
const change = async (workspace: Workspace, number: number, fields: Partial<AnyRecord>) =>
  put(workspace, { ...((await workspace.read(idOf(number))) as AnyRecord), ...fields } as AnyRecord)
const bodyOf = async (number: number) => (await home.read(idOf(number)))?.body

/** Out of one workspace, into the other. */
async function carry(from: Workspace, to: Workspace, upTo: Classification = 'strictly confidential') {
  const target = await mkdtemp(join(folder, 'carried-'))
  await exportMarkdown(from, target, { options: { ...exportPresets.obsidian, upTo } })
  return importMarkdown(to, to === home ? anna : bolat, target)
}

const DIFFERS = 'its record is in the workspace already and differs; it was left as it is'

it('leaves a record that both have changed as often as it is', async () => {
  await put(home, newNote(1, 'Visit', 'We met.'))
  await carry(home, abroad)
  await change(abroad, 1, { body: 'We met. Bolat adds.' })
  await change(home, 1, { body: 'We met. Anna adds.' })
  expect(await carry(abroad, home)).toMatchObject({ updated: 0, refused: [{ reason: DIFFERS }] })
  expect(await bodyOf(1)).toBe('We met. Anna adds.')
})

it('never puts [withheld] in the place of a sentence, by way of another workspace either', async () => {
  const secret = { ...newNote(1, 'Zanzibar plan', ''), classification: 'confidential' } as AnyRecord
  await put(home, secret, newNote(2, 'Visit', 'The [[Zanzibar plan]] costs 5 million. We left.'))
  await carry(home, abroad, 'internal')
  expect((await abroad.read(idOf(2)))?.body).toBe('[withheld] We left.')
  expect(await carry(abroad, home)).toMatchObject({
    updated: 0,
    refused: [{ reason: 'a part of its record is withheld in it, so it does not take the place of the record' }],
  })
  expect(await bodyOf(2)).toContain('5 million')
})

it('takes no note for a file of another record that stayed behind', async () => {
  const store = new AttachmentStore(join(folder, 'store'))
  const incoming = await store.receive(5)
  await incoming.write(Buffer.from('bytes'))
  const attachment = { name: 'Visit.md', ...(await incoming.finish()), addedAt: '2023-05-17T14:02:00.000Z' }
  await put(home, newNote(1, 'Visit', 'A whole note.'), { ...newNote(2, 'Letter'), attachments: [attachment] } as AnyRecord)
  const out = join(folder, 'Out')
  await exportMarkdown(home, out, { options: { ...exportPresets.obsidian, attachments: false }, attachments: store })
  const report = await importMarkdown(abroad, bolat, out, { attachments: new AttachmentStore(join(folder, 'other')) })
  expect(report).toMatchObject({ created: 2, remarks: [{ remark: 'The file “Visit.md” is not in the folder and was left out.' }] })
  expect((await abroad.read(idOf(1)))?.body).toBe('A whole note.')
  expect((await abroad.read(idOf(2)))?.attachments).toEqual([])
})

it('refuses a country that became another one that is there, and takes the rest', async () => {
  await put(
    home,
    newRecord(1, { kind: 'country', title: 'Kazakhstan', code: 'KAZ' }),
    newRecord(2, { kind: 'country', title: 'Kyrgyzstan', code: 'KGZ' }),
  )
  await put(home, newNote(3, 'Visit', 'old'))
  const out = join(folder, 'Out')
  await exportMarkdown(home, out)
  for (const [file, what, by] of [
    ['Countries/Kazakhstan.md', 'code: KAZ', 'code: KGZ'],
    ['Notes/Visit.md', 'old', 'new'],
  ] as const)
    await writeFile(join(out, file), (await readFile(join(out, file), 'utf8')).replace(what, by))
  const reason = 'there is a record of the country KGZ already'
  expect(await importMarkdown(home, anna, out)).toMatchObject({ updated: 1, refused: [{ file: 'Countries/Kazakhstan.md', reason }] })
  expect(await bodyOf(3)).toBe('new')
})

it('may go on to be edited outside where it lives without its part', async () => {
  const secret = { ...newNote(1, 'Zanzibar plan', ''), classification: 'confidential' } as AnyRecord
  await put(home, secret, newNote(2, 'Visit', 'The [[Zanzibar plan]] costs 5 million. We left.'))
  await carry(home, abroad, 'internal')
  const out = join(folder, 'Vault')
  await exportMarkdown(abroad, out)
  const path = join(out, 'Notes', 'Visit.md')
  await writeFile(path, (await readFile(path, 'utf8')).replace('We left.', 'We left early.'))
  expect(await importMarkdown(abroad, bolat, out)).toMatchObject({ updated: 0, refused: [{ file: 'Notes/Visit.md' }] })
  const plan = await previewImport(abroad, bolat, out, {})
  const { rows } = plan.window({ only: null, text: '' }, 0, 10)
  expect(rows.find(({ path }) => path === 'Notes/Visit.md')).toMatchObject({ action: 'refused', choices: ['refused', 'update'] })
})

it('knows a plain note again whose record has become public', async () => {
  const vault = join(folder, 'vault')
  await mkdir(vault)
  await writeFile(join(vault, 'Visit.md'), 'We met.')
  await importMarkdown(home, anna, vault)
  const [head] = home.heads()
  const record = (await home.read(head?.id ?? '')) as AnyRecord
  await put(home, { ...record, classification: 'public' } as AnyRecord)
  expect(await importMarkdown(home, anna, vault)).toMatchObject({ unchanged: 1, remarks: [] })
})

it('gives no two countries one code, by a file that is new and one that changed', async () => {
  await put(home, newRecord(1, { kind: 'country', title: 'Kazakhstan', code: 'KAZ' }))
  const out = join(folder, 'Out')
  await exportMarkdown(home, out)
  const kazakhstan = join(out, 'Countries', 'Kazakhstan.md')
  const text = await readFile(kazakhstan, 'utf8')
  await writeFile(kazakhstan, text.replace('code: KAZ', 'code: GEO'))
  await writeFile(join(out, 'Countries', 'A.md'), text.replace('code: KAZ', 'code: GEO').replace(idOf(1), idOf(9)))
  expect(await importMarkdown(home, anna, out)).toMatchObject({ created: 1, updated: 0, refused: [{ file: 'Countries/Kazakhstan.md' }] })
})

describe('a file', () => {
  const file = () => join(folder, 'Out', 'Notes', 'Salaries.md')
  const edit = async (what: string, by: string) => {
    const text = await readFile(file(), 'utf8')
    expect(text).toContain(what)
    await writeFile(file(), text.replace(what, by))
  }
  beforeEach(async () => {
    await put(home, { ...newNote(1, 'Salaries', 'old'), classification: 'confidential' } as AnyRecord)
    await exportMarkdown(home, join(folder, 'Out'))
  })

  it('that lost its classification keeps that of its record', async () => {
    await edit('classification: confidential\n', '')
    await edit('old', 'new')
    expect(await importMarkdown(home, anna, join(folder, 'Out'))).toMatchObject({ updated: 1, remarks: [] })
    expect(await home.read(idOf(1))).toMatchObject({ body: 'new', classification: 'confidential' })
  })

  it('lowers the classification of its record only when a person says so', async () => {
    await edit('classification: confidential', 'classification: public')
    const reason = 'it says a lower classification than its record has; it was left as it is'
    expect(await importMarkdown(home, anna, join(folder, 'Out'))).toMatchObject({ updated: 0, refused: [{ reason }] })
    expect(await home.read(idOf(1))).toMatchObject({ classification: 'confidential' })
  })

  it('raises it', async () => {
    await edit('classification: confidential', 'classification: strictly confidential')
    expect(await importMarkdown(home, anna, join(folder, 'Out'))).toMatchObject({ updated: 1 })
    expect(await home.read(idOf(1))).toMatchObject({ classification: 'strictly confidential' })
  })
})
