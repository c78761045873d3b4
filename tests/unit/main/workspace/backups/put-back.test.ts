/** A backup that ends in an earlier segment than the workspace: whatever stops putting it in place, no state mixes with the other. */
import { beforeAll, describe, expect, test } from 'vitest'
import { countRecords, makeBackup, ownBackups, putBackup, takeSnapshot } from '../../../../../src/main/workspace/backups/index.ts'
import { createWorkspace, openWorkspace, salvageWorkspace, type WorkspaceEnvironment } from '../../../../../src/main/workspace/index.ts'
import { pathsIn } from '../../../../../src/main/workspace/layout.ts'
import { readManifest } from '../../../../../src/main/workspace/manifest-file.ts'
import { AppError } from '../../../../../src/shared/errors.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/hub'
const paths = pathsIn(FOLDER)
const THEN = 3
const NOW = 12

const on = (files: MemoryFileSystem): WorkspaceEnvironment => testEnvironment(files, 4 * 1024)

let sound: MemoryFileSystem
let name: string

beforeAll(async () => {
  sound = new MemoryFileSystem()
  await sound.createFolder('/disk')
  const environment = on(sound)
  const workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, environment)
  for (let number = 1; number <= NOW; number += 1) {
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, 'text '.repeat(150)), 0))
    if (number !== THEN) continue
    const counts = await countRecords(workspace)
    const snapshot = await workspace.whileStill(() => takeSnapshot(sound, FOLDER, workspace.revision, counts))
    const options = { files: sound, clock: environment.clock, reason: 'hand', copyAttachments: false } as const
    name = (await makeBackup(ownBackups(sound, FOLDER), snapshot, options)).name
  }
  await workspace.close()
  expect((await sound.list(paths.segments)).filter((file) => file.endsWith('.jsonl')).length).toBeGreaterThan(3)
})

/** Of a workspace that does not open: its manifest is damaged. */
function damaged(): MemoryFileSystem {
  const files = sound.afterProcessExit()
  const bytes = Buffer.from(files.bytesOf(paths.manifest) ?? [])
  bytes.write('!', 200)
  files.put(paths.manifest, bytes)
  return files
}

const put = (files: MemoryFileSystem) => putBackup(FOLDER, { name, place: 'here' }, on(files))

async function records(files: MemoryFileSystem): Promise<number> {
  const workspace = await openWorkspace(FOLDER, on(files))
  const { rowCount } = workspace
  await workspace.close()
  return rowCount
}

/** As a person comes to them: what does not open is salvaged. */
async function recordsAfterSalvage(files: MemoryFileSystem): Promise<number> {
  try {
    return await records(files)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DAMAGED') throw error
  }
  await salvageWorkspace(FOLDER, on(files))
  return records(files)
}

async function failing(files: MemoryFileSystem, at: number, error: 'ENOSPC' | 'powerLoss', forGood = true): Promise<void> {
  files.inject({ at, error, forGood })
  await put(files).then(
    () => undefined,
    () => undefined,
  )
  files.inject(null)
}

describe('a backup of fewer segments', () => {
  test('stands with nothing of the segments before', async () => {
    const files = damaged()
    await put(files)
    expect(await records(files)).toBe(THEN)
    expect(readManifest(await files.readFile(paths.manifest)).manifest.discarded).toEqual([])
  })

  test.each(['powerLoss', 'ENOSPC'] as const)('leaves all of the one state or of the other when %s stops it', async (error) => {
    const whole = damaged()
    await put(whole)
    const seen = new Set<number>()
    for (let at = 1; at <= whole.operations.length; at += 1) {
      const files = damaged()
      await failing(files, at, error)
      const left = files.afterProcessExit()
      const opened = readManifestOf(left)
      const found = await recordsAfterSalvage(left)
      // once the manifest of the backup is there, no remedy is needed
      expect(found, `operation ${at}: ${whole.operations[at - 1]}`).toBe(opened ? THEN : NOW)
      seen.add(found)
    }
    expect(seen).toEqual(new Set([THEN, NOW]))
  })

  test('leaves no copy behind that a manifest made anew could take for the records', async () => {
    const files = damaged()
    const before = await files.list(paths.segments)
    const whole = damaged()
    await put(whole)
    const at = whole.operations.findIndex((operation) => operation.includes('set-aside')) + 1
    await failing(files, at, 'ENOSPC', false)
    expect(await files.list(paths.segments)).toEqual(before)
  })

  test('goes on in a segment that bears the name of one that went', async () => {
    const files = damaged()
    await put(files)
    const workspace = await openWorkspace(FOLDER, on(files))
    for (let number = THEN + 1; number <= NOW; number += 1)
      await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Later ${number}`, 'text '.repeat(150)), 0))
    await workspace.close()
    expect(await records(files)).toBe(NOW)
  })
})

test('a system that lets no file go costs nothing: what is written next gets names of its own', async () => {
  const files = damaged()
  files.inject({ at: 1, error: 'EACCES', forGood: true, only: ['remove'] })
  await put(files)
  const workspace = await openWorkspace(FOLDER, on(files))
  for (let number = THEN + 1; number <= NOW; number += 1)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Later ${number}`, 'text '.repeat(150)), 0))
  expect(workspace.readOnly).toBeNull()
  await workspace.close()
  files.inject(null)
  expect(await records(files)).toBe(NOW)
  // the next opening had them go
  expect(readManifest(await files.readFile(paths.manifest)).manifest.discarded).toEqual([])
  expect(await records(files)).toBe(NOW)
})

function readManifestOf(files: MemoryFileSystem): boolean {
  try {
    readManifest(files.bytesOf(paths.manifest) ?? new Uint8Array())
    return true
  } catch {
    return false // it is the damaged one
  }
}
