/**
 * Salvage and rollback that fail, or lose their power, at every operation: what can be read is the same before and
 * after, and trying again brings it to its end.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dumpRecords, openWorkspace, rollback, salvageWorkspace } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { damage, erase, note, paths, put, written } from '../support/damaged-workspace.ts'
import { MemoryFileSystem, PowerLoss, seededChooser } from '../support/memory-file-system.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { fileIn, FOLDER } from '../support/workspace-files.ts'
import { diskErrors, figures, tell } from './programme.ts'

const counts = { faults: 0, 'power-loss states': 0 }
afterAll(() => tell('salvage', counts))
const first = '000000000001.g0.jsonl'
const second = '000000000006.g0.jsonl'
const active = '000000000010.g0.jsonl'

async function threeSegments(): Promise<MemoryFileSystem> {
  return written([
    [[put(note(1, 1), 1)], [put(note(2, 1), 2, false), put(note(3, 1), 2)], [put(note(1, 2), 3)]],
    [[put(note(2, 2), 4)], [put(note(4, 1), 5)], [erase(3, 6)]],
    [[put(note(1, 3), 7)], [put(note(5, 1), 8)]],
  ])
}

/** Ways to damage it, each with what can be read then. */
const damages: readonly (readonly [string, (files: MemoryFileSystem) => void])[] = [
  [
    'a damaged record in each segment',
    (files) => {
      damage(files, first, '"Text 1\\nof 2')
      damage(files, second, '"Text 1\\nof 4')
      damage(files, active, '"Text 3\\nof 1')
    },
  ],
  ['a missing segment', (files) => files.drop(paths.segment(second))],
  ['a damaged active segment', (files) => files.put(paths.segment(active), Buffer.alloc(9000))],
  ['a lost manifest', (files) => files.drop(paths.manifest)],
]

async function readable(files: MemoryFileSystem): Promise<string[]> {
  const lines: string[] = []
  await dumpRecords(FOLDER, testEnvironment(files), { history: true }, async (line) => void lines.push(Buffer.from(line).toString()))
  return lines.toSorted()
}

/** The machine is off, whatever was made of it; or a failure that the person is told of. */
const isExpected = (error: unknown): boolean =>
  error instanceof PowerLoss || error instanceof AppError || (error instanceof Error && isExpected(error.cause))

async function until(files: MemoryFileSystem, act: () => Promise<unknown>): Promise<'done' | 'failed'> {
  try {
    await act()
    return 'done'
  } catch (error) {
    if (!isExpected(error)) throw error
    return 'failed'
  } finally {
    files.inject(null)
  }
}

describe.each(damages)('%s', (_, spoil) => {
  const damaged = async () => {
    const files = await threeSegments()
    spoil(files)
    // known as a workspace without its manifest too
    files.put(paths.lock, Buffer.alloc(0))
    return files.afterProcessExit()
  }

  it.each([...diskErrors, 'full', 'corrupt'])('loses nothing more when an operation fails with %s', async (error) => {
    const expected = await readable(await damaged())
    for (const forGood of error === 'full' ? [true] : [false, true]) {
      for (let at = 1; ; at += 1) {
        const files = await damaged()
        const before = files.operations.length
        const only = ['short', 'full', 'corrupt'].includes(error) ? ['write', 'append', 'appendSynced'] : undefined
        files.inject({ at, error, forGood, ...(only ? { only } : {}) })
        counts.faults += 1
        await until(files, () => salvageWorkspace(FOLDER, testEnvironment(files)))
        const after = files.afterProcessExit()
        expect(await readable(after), `operation ${at}`).toEqual(expected)
        await salvageWorkspace(FOLDER, testEnvironment(after))
        expect(await readable(after), `operation ${at}, tried again`).toEqual(expected)
        const workspace = await openWorkspace(FOLDER, testEnvironment(after))
        expect(workspace.readOnly).toBeNull()
        await workspace.close()
        const meant = files.operations.slice(before).filter((operation) => !only || only.includes(operation.split(' ')[0] ?? ''))
        if (meant.length < at) break
      }
    }
  })

  it('loses nothing more when the power goes', async () => {
    const choose = seededChooser(11)
    const expected = await readable(await damaged())
    for (let at = 1; ; at += 1) {
      const files = await damaged()
      files.inject({ at, error: 'powerLoss', forGood: true })
      const outcome = await until(files, () => salvageWorkspace(FOLDER, testEnvironment(files)))
      for (let state = 0; state < figures.powerStates; state += 1) {
        counts['power-loss states'] += 1
        const after = files.afterPowerLoss(choose)
        expect(await readable(after), `operation ${at}`).toEqual(expected)
        await salvageWorkspace(FOLDER, testEnvironment(after))
        const workspace = await openWorkspace(FOLDER, testEnvironment(after))
        await workspace.close()
        expect(await readable(after.afterPowerLoss(choose)), `operation ${at}, tried again`).toEqual(expected)
      }
      if (outcome === 'done') break
    }
  })
})

describe('a rollback', () => {
  const old = (name: string) => readFileSync(new URL(`../fixtures/workspaces/schema-1/${name}`, import.meta.url))
  const upgraded = async () => {
    const files = new MemoryFileSystem()
    for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
    await (await openWorkspace(FOLDER, testEnvironment(files))).close()
    return files.afterProcessExit()
  }

  it('leaves the files of now or those of before when the power goes, and both can be had', async () => {
    const choose = seededChooser(12)
    for (let at = 1; ; at += 1) {
      const files = await upgraded()
      files.inject({ at, error: 'powerLoss', forGood: true })
      const outcome = await until(files, () => rollback(FOLDER, testEnvironment(files)))
      for (let state = 0; state < figures.powerStates; state += 1) {
        counts['power-loss states'] += 1
        const after = files.afterPowerLoss(choose)
        for (const name of ['workspace.json', 'records.json'])
          expect(after.bytesOf(join(FOLDER, 'backups/before-schema-3', name)), `operation ${at}`).toEqual(old(name))
        const workspace = await openWorkspace(FOLDER, testEnvironment(after))
        expect([workspace.revision, [...workspace.heads()].length], `operation ${at}`).toEqual([7, 3])
        await workspace.close()
        await rollback(FOLDER, testEnvironment(after))
        expect(after.bytesOf(fileIn('workspace.json'))).toEqual(old('workspace.json'))
        expect(after.bytesOf(fileIn('records.json'))).toEqual(old('records.json'))
      }
      if (outcome === 'done') break
    }
  })
})
