/**
 * Every operation of putting a backup in the place of a damaged workspace fails in every way, or the power goes: the
 * workspace is then as damaged as it was, or the backup stands. Either way trying again brings it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBackup, ownBackups, putBackup, takeSnapshot, countRecords } from '../../src/main/workspace/backups/index.ts'
import { createWorkspace, type WorkspaceEnvironment } from '../../src/main/workspace/index.ts'
import { pathsIn } from '../../src/main/workspace/layout.ts'
import { readManifest, segmentNames } from '../../src/main/workspace/manifest-file.ts'
import { MemoryFileSystem } from '../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { writeWhole } from '../support/write-whole.ts'
import { statesAfterPowerLoss, titlesIn, withEachFailure } from './at-every-operation.ts'
import { diskErrors, tell } from './programme.ts'

const FOLDER = '/hub'
const ERRORS = [...diskErrors, 'corrupt'] as const
const counts = { faults: 0, 'power-loss states': 0 }
afterAll(() => tell('restore', counts))

let base: MemoryFileSystem
let name: string
let operations: number

const on = (files: MemoryFileSystem): WorkspaceEnvironment => {
  let ids = 0x1000
  return {
    files,
    clock: () => Date.UTC(2023, 5, 15, 12),
    newId: () => idOf((ids += 1)),
    owner: { person: anna.name, device: anna.device, host: 'test' },
    // a segment a record: the backup ends in an earlier one
    segmentBytes: 1,
  }
}

const put = (files: MemoryFileSystem) => putBackup(FOLDER, { name, place: 'here' }, on(files))

const standing = (files: MemoryFileSystem) => titlesIn(FOLDER, on(files))
const trial = () => ({ base, operations, attempt: put })

const DAMAGED = 'DAMAGED'
const RESTORED = 'First, Second'

async function expectOneOrTheOther(files: MemoryFileSystem): Promise<void> {
  const now = await standing(files.afterProcessExit())
  if (now === DAMAGED) {
    // as damaged as it was: what can be rescued of it still lies where the manifest says
    const paths = pathsIn(FOLDER)
    const { manifest } = readManifest(await files.readFile(paths.manifest))
    const texts = await Promise.all(
      segmentNames(manifest).map(async (file) => Buffer.from(await files.readFile(paths.segment(file))).toString()),
    )
    for (const title of ['Third', 'Fourth']) expect(texts.join('')).toContain(`"${title}"`)
  } else expect(now).toBe(RESTORED)
  const again = files.afterProcessExit()
  await put(again)
  expect(await standing(again)).toBe(RESTORED)
}

beforeAll(async () => {
  base = new MemoryFileSystem()
  const environment = on(base)
  const workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, environment)
  const add = (number: number, title: string) =>
    workspace.transact(anna, async (transaction) => transaction.put(newNote(number, title, 'A text'), 0))
  await add(1, 'First')
  await add(2, 'Second')
  const counts = await countRecords(workspace)
  const snapshot = await workspace.whileStill(() => takeSnapshot(base, FOLDER, workspace.revision, counts))
  const options = { files: base, clock: environment.clock, reason: 'hand', copyAttachments: false } as const
  name = (await makeBackup(ownBackups(base, FOLDER), snapshot, options)).name
  await add(3, 'Third')
  await add(4, 'Fourth')
  await workspace.close()
  const paths = pathsIn(FOLDER)
  for (const file of await base.list(paths.derived)) await base.remove(`${paths.derived}/${file}`)
  const segment = paths.segment('000000000001.g0.jsonl')
  const bytes = Buffer.from(await base.readFile(segment))
  bytes.write('L', bytes.indexOf('A text'))
  await writeWhole(base, segment, bytes)
  for (const folder of [paths.segments, paths.derived]) await base.syncFolder(folder)
  expect(await standing(base.afterProcessExit())).toBe(DAMAGED)
  const clean = base.afterProcessExit()
  await put(clean)
  operations = clean.operations.length
  expect(await standing(clean)).toBe(RESTORED)
})

describe('putting a backup in place', () => {
  test.each(ERRORS)('with %s at any operation, once or for good, leaves the one state or the other', async (error) => {
    let failures = 0
    for await (const { files, failure } of withEachFailure(trial(), error)) {
      counts.faults += 1
      if (failure !== null) failures += 1
      await expectOneOrTheOther(files)
    }
    if (error !== 'short') expect(failures).toBeGreaterThan(operations / 8)
  })

  test('with a loss of power at any operation leaves the one state or the other', async () => {
    for await (const after of statesAfterPowerLoss(trial(), 7)) {
      counts['power-loss states'] += 1
      await expectOneOrTheOther(after)
    }
  })

  test('keeps the damaged files', async () => {
    const files = base.afterProcessExit()
    await put(files)
    const { setAside } = pathsIn(FOLDER)
    const [folder = ''] = await files.list(setAside)
    const kept = await files.list(`${setAside}/${folder}`)
    expect(kept).toEqual(expect.arrayContaining(['workspace.json', 'segments-000000000001.g0.jsonl']))
    const segments = kept.filter((file) => file.endsWith('.jsonl'))
    const texts = await Promise.all(
      segments.map(async (file) => Buffer.from(await files.readFile(`${setAside}/${folder}/${file}`)).toString()),
    )
    for (const title of ['Third', 'Fourth']) expect(texts.join('')).toContain(`"${title}"`)
  })
})
