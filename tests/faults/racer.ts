/**
 * Tries to open a workspace as the Electron host, the browser host, the command line or the bare store does, and writes
 * one record if it may. The first two and the last also show that they are alone: they make a file that must not be
 * there. Prints what came of it. Started by `lock-race.test.ts`. Arguments: role, folder, file, number of the record, a
 * folder of its own.
 */
import { closeSync, mkdirSync, openSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../../src/main/app.ts'
import { runCli } from '../../src/main/cli/index.ts'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { createTestDesktop } from '../support/test-desktop.ts'

const [role = '', folder = '', sentinel = '', number = '', own = ''] = process.argv.slice(2)
let ids = 0x100_0000 * Number(number)
const newId = () => idOf((ids += 1))
const nothing = () => undefined

async function alone(write: () => Promise<void>): Promise<'wrote'> {
  closeSync(openSync(sentinel, 'wx'))
  await write()
  unlinkSync(sentinel)
  return 'wrote'
}

async function asHost(kind: 'electron' | 'browser'): Promise<string> {
  const log = { error: nothing, info: nothing }
  const app = await createApp({
    workspaceDir: folder,
    appDataDir: own,
    desktop: createTestDesktop(kind),
    clock: Date.now,
    newId,
    version: '0',
    log,
    homeFolder: own,
  })
  try {
    await app.opened
    const call = async (method: string, input: unknown) => {
      const reply = await app.call(method, input, { client: 'racer' })
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
      return reply.value
    }
    const { workspace } = (await call('app.state', {})) as { workspace: { status: string; code?: string } }
    if (workspace.status === 'problem' && workspace.code === 'LOCKED') return 'locked'
    return await alone(async () => void (await call('records.create', { record: { kind: 'note', title: `Note ${number}` } })))
  } finally {
    await app.close()
  }
}

async function asCommandLine(): Promise<string> {
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, `Note ${number}.md`), `Written by the command line.\n`)
  const complaints: string[] = []
  const code = await runCli(['import', folder, own], {
    cwd: own,
    appDataDir: join(own, 'settings'),
    version: '0',
    clock: Date.now,
    newId,
    signal: new AbortController().signal,
    print: nothing,
    write: async () => undefined,
    complain: (line) => void complaints.push(line),
    progress: nothing,
  })
  if (code === 0) return 'wrote'
  if (complaints.some((line) => line.includes('already open'))) return 'locked'
  throw new Error(complaints.join('\n'))
}

async function asStore(): Promise<string> {
  try {
    const owner = { person: `Racer ${process.pid}`, device: 'test', host: 'cli' }
    const workspace = await openWorkspace(folder, { clock: Date.now, newId, owner })
    const outcome = await alone(async () => {
      await workspace.transact(anna, async (transaction) => transaction.put(newNote(Number(number)), 0))
    })
    await workspace.close()
    return outcome
  } catch (error) {
    if (error instanceof AppError && error.code === 'LOCKED') return 'locked'
    throw error
  }
}

const race = { electron: () => asHost('electron'), browser: () => asHost('browser'), cli: asCommandLine, store: asStore }[role]
process.stdout.write(`${await race?.()}\n`)
