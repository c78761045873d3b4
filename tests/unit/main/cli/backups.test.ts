import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../../../../src/main/cli/index.ts'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../../../src/main/workspace/node-file-system.ts'
import { anna, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'

const PICTURE = 'A picture'
const sha256 = createHash('sha256').update(PICTURE).digest('hex')

let folder: string
let environment: ReturnType<typeof testEnvironment>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-cli-'))
  environment = testEnvironment(nodeFileSystem)
  expect(await cli('sample', 'W')).toMatchObject({ code: 0 })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function cli(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await runCli(argv, {
    cwd: folder,
    appDataDir: join(folder, 'app-data'),
    version: '1.2.3',
    clock: environment.clock,
    newId: environment.newId,
    signal: new AbortController().signal,
    print: (text) => void (out += text),
    write: async (bytes) => void (out += Buffer.from(bytes).toString()),
    complain: (line) => void (err += `${line}\n`),
    progress: () => undefined,
  })
  return { code, out, err }
}

async function withWorkspace<T>(work: (workspace: Awaited<ReturnType<typeof openWorkspace>>) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(join(folder, 'W'), environment)
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

const addNote = () =>
  withWorkspace((workspace) => workspace.transact(anna, async (transaction) => transaction.put(newNote(1, 'Made since'), 0)))
const trashed = () => withWorkspace(async (workspace) => workspace.head(idOf(1))?.trashedAt !== '')
const latest = async (): Promise<string> => (await cli('backups', 'W')).out.split('\t')[0] ?? ''

test('a backup is made, listed, shown and restored', async () => {
  expect(await cli('backups', 'W')).toEqual({ code: 0, out: '', err: 'There is no backup.\n' })
  const made = await cli('backup', 'W')
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toMatch(/^Backup \S+ is made and was read back: \d+ records, revision \d+\.\n$/)
  const name = await latest()
  await addNote()

  const shown = await cli('restore', 'W', name)
  expect(shown).toMatchObject({ code: 0, err: '' })
  expect(shown.out).toContain('to the trash\tMade since\n')
  expect(shown.out).toContain('Nothing was changed; --yes does it.')
  expect(await trashed()).toBe(false)

  expect((await cli('restore', 'W', name, '--yes')).out).toContain('1 record changed')
  expect(await trashed()).toBe(true)
  // the state before is a backup of its own
  expect((await cli('backups', 'W')).out.split('\n')[0]).toMatch(/\trestore$/)
})

test('a folder of one’s own gets the backup too, with a list that can be read by itself', async () => {
  await mkdir(join(folder, 'Stick'))
  expect(await cli('backup', 'W', '--to', 'Stick')).toMatchObject({ code: 0 })
  const [inside = ''] = await readdir(join(folder, 'Stick'))
  expect(inside).toMatch(/^Sample workspace [0-9a-f]{8}$/)
  expect(await readdir(join(folder, 'Stick', inside))).toHaveLength(2)
  const missing = await cli('backup', 'W', '--to', 'Nowhere')
  expect(missing).toMatchObject({ code: 1 })
  expect(missing.err).toContain('There is no folder')
})

test('a damaged workspace gets the files of the backup, when it is told to', async () => {
  await cli('backup', 'W')
  const name = await latest()
  const segments = join(folder, 'W', 'segments')
  const segment = join(segments, (await readdir(segments)).find((file) => file.endsWith('.jsonl')) ?? '')
  const bytes = await readFile(segment)
  await writeFile(segment, bytes.subarray(0, bytes.length / 2))
  const asked = await cli('restore', 'W', name)
  expect(asked).toMatchObject({ code: 1 })
  expect(asked.out).toContain('--yes does it')
  expect(await readFile(segment)).toHaveLength(Math.floor(bytes.length / 2))
  expect(await cli('restore', 'W', name, '--yes')).toMatchObject({ code: 0 })
  expect(await cli('check', 'W')).toMatchObject({ code: 0 })
})

describe('on a computer that has only the stick', () => {
  let stick: string

  beforeEach(async () => {
    await withWorkspace(async (workspace) => {
      const attached = newRecord(1, { kind: 'note', title: 'With a picture' })
      await workspace.transact(anna, async (transaction) => transaction.put(attached, 0))
    })
    await mkdir(join(folder, 'W', 'attachments', sha256.slice(0, 2)), { recursive: true })
    await writeFile(join(folder, 'W', 'attachments', sha256.slice(0, 2), sha256), PICTURE)
    await mkdir(join(folder, 'Stick'))
    expect(await cli('backup', 'W', '--to', 'Stick')).toMatchObject({ code: 0 })
    const [inside = ''] = await readdir(join(folder, 'Stick'))
    stick = join(folder, 'Stick', inside)
    await rm(join(folder, 'W'), { recursive: true })
  })

  test('the workspace is made anew, with files of records', async () => {
    const made = await cli('restore', 'Stick', '--into', 'New/W')
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toMatch(/^The workspace “Sample workspace” is in .*W, as it was in the backup \S+: \d+ records\.\n$/)
    expect(await cli('check', 'New/W')).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'New', 'W', 'attachments', sha256.slice(0, 2), sha256), 'utf8')).toBe(PICTURE)
    expect((await cli('search', 'New/W', 'With a picture')).out).toContain('With a picture')
    // by the folder of the one workspace, and by name
    const name = (await readdir(stick)).find((entry) => entry.endsWith('.json'))?.slice(0, -5) ?? ''
    expect(await cli('restore', stick, name, '--into', 'Again')).toMatchObject({ code: 0 })
    expect(await cli('restore', 'Stick', '--into', 'Again')).toMatchObject({ code: 1 })
  })

  test('a file of a record that went bad on the stick is named, and costs nothing else', async () => {
    await writeFile(join(stick, 'store', sha256), 'A pictUre')
    const made = await cli('restore', 'Stick', '--into', 'W', '--json')
    expect(made.code).toBe(1)
    expect(JSON.parse(made.out)).toMatchObject({ leftOut: [`attachments/${sha256.slice(0, 2)}/${sha256}`] })
    expect(made.err).toContain('missing or damaged in the backup')
    expect(await cli('check', 'W')).toMatchObject({ out: expect.stringContaining('The workspace is sound') as string })
  })

  test('damage, missing copies and wrong folders are told, and nothing is made', async () => {
    await mkdir(join(folder, 'Empty'))
    expect((await cli('restore', 'Empty', '--into', 'W')).err).toContain('There are no backups in')
    expect((await cli('restore', 'Nowhere', '--into', 'W')).err).toContain('is not there')
    expect((await cli('restore', 'Stick', 'yesterday', '--into', 'W')).err).toContain('There is no such backup')
    expect((await cli('restore', 'Stick', '--into', join(stick, 'W'))).err).toContain('lies among the backups')
    expect(await cli('restore', 'Stick')).toMatchObject({ code: 2, err: expect.stringContaining('NAME is missing') as string })
    const segment = (await readdir(join(stick, 'store'))).find((name) => name.endsWith('.jsonl')) ?? ''
    const bytes = await readFile(join(stick, 'store', segment))
    const bad = Buffer.from(bytes)
    bad.write('#', Math.floor(bytes.length / 2))
    await writeFile(join(stick, 'store', segment), bad)
    const before = await readdir(stick)
    expect((await cli('restore', 'Stick', '--into', 'W')).err).toContain('The backup is damaged.')
    await writeFile(join(stick, 'store', segment), bytes.subarray(1))
    expect((await cli('restore', 'Stick', '--into', 'W')).err).toContain('No backup in')
    expect(await readdir(folder)).not.toContain('W')
    expect(await readdir(stick)).toEqual(before)
  })

  test('backups of several workspaces are told apart by their folders', async () => {
    expect(await cli('sample', 'Other')).toMatchObject({ code: 0 })
    expect(await cli('backup', 'Other', '--to', 'Stick')).toMatchObject({ code: 0 })
    const refused = await cli('restore', 'Stick', '--into', 'W')
    expect(refused.err).toContain('There are backups of several workspaces.')
    expect(refused.err).toContain(stick)
    expect(await cli('restore', stick, '--into', 'W')).toMatchObject({ code: 0 })
  })
})

test('an unknown backup is named as such', async () => {
  expect(await cli('restore', 'W', 'yesterday')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no such backup') as string,
  })
})

test('an import into a workspace with records is preceded by a backup', async () => {
  await mkdir(join(folder, 'From'))
  await writeFile(join(folder, 'From', 'New.md'), 'A text\n')
  expect(await cli('import', 'W', 'From')).toMatchObject({ code: 0 })
  expect((await cli('backups', 'W')).out).toMatch(/\timport\n$/)
})
