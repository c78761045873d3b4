import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../../../../src/main/cli/index.ts'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../../../src/main/workspace/node-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'

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
