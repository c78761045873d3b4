import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { SCHEMA_VERSION } from '../../../../src/main/workspace/layout.ts'
import { migrateRecord, migrations, planMigration } from '../../../../src/main/workspace/migrations/index.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { fileIn, FOLDER } from '../../../support/workspace-files.ts'

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/workspaces/schema-1/${name}`, import.meta.url))

function oldWorkspace(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), fixture(name))
  return files
}

describe('migrations', () => {
  it('are numbered from 2 to the current version without gaps', () => {
    expect(migrations.map((step) => step.to)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2))
  })

  it('answer "too new" instead of guessing', () => {
    expect(planMigration(SCHEMA_VERSION + 1)).toEqual({ status: 'tooNew' })
    expect(planMigration(SCHEMA_VERSION)).toEqual({ status: 'current' })
    expect(planMigration(1)).toEqual({ status: 'migrate', steps: migrations })
  })

  it('turn `current` into `former` and leave what they do not know', () => {
    const raw = { kind: 'contact', posts: [{ title: 'Chair', current: true }, { current: false }, { current: 'yes' }, 'x'], other: 1 }
    const before = structuredClone(raw)
    expect(migrateRecord(migrations, raw)).toEqual({
      kind: 'contact',
      distribution: '',
      posts: [{ title: 'Chair', former: false }, { former: true }, { current: 'yes' }, 'x'],
      other: 1,
    })
    expect(raw).toEqual(before)
  })
})

describe('a workspace of version 1', () => {
  it('opens with everything in it, and keeps the old files', async () => {
    const files = oldWorkspace()
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    expect(workspace.info).toEqual({ id: idOf(0xabc), name: 'Secretariat 2022', sample: false })
    expect(workspace.revision).toBe(7)
    expect([...workspace.heads()].map((head) => head.title)).toEqual([
      'Alikhan Baimenov',
      'Note on Georgia',
      'Steering Committee, first session',
    ])
    expect(await workspace.read(idOf(1))).toMatchObject({
      distribution: '',
      posts: [{ former: false }, { title: 'Minister of Labour', former: true }],
    })
    for (const name of ['workspace.json', 'records.json']) {
      expect(files.bytesOf(fileIn(`backups/before-schema-2/${name}`))).toEqual(fixture(name))
      expect(JSON.parse(files.bytesOf(fileIn(name))?.toString() ?? '')).toMatchObject({ schemaVersion: 2 })
    }
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(9), 0))
    await workspace.close()
    expect((await openWorkspace(FOLDER, testEnvironment(files))).revision).toBe(8)
  })

  it('is brought to its end after a crash between its two files', async () => {
    const files = oldWorkspace()
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    await workspace.close()
    files.put(fileIn('workspace.json'), fixture('workspace.json'))
    const again = await openWorkspace(FOLDER, testEnvironment(files))
    expect([...again.heads()]).toHaveLength(3)
    expect(JSON.parse(files.bytesOf(fileIn('workspace.json'))?.toString() ?? '')).toMatchObject({ schemaVersion: 2 })
    expect(files.bytesOf(fileIn('backups/before-schema-2/records.json'))).toEqual(fixture('records.json'))
  })

  it('is only read, not changed, where it may not be written', async () => {
    const files = oldWorkspace()
    const workspace = await openWorkspace(FOLDER, testEnvironment(files), { readOnly: true })
    expect(await workspace.read(idOf(1))).toMatchObject({ posts: [{ former: false }, { former: true }] })
    expect(files.bytesOf(fileIn('records.json'))).toEqual(fixture('records.json'))
  })

  it('is left as it was when the disk does not give back what was written', async () => {
    const writes = (files: MemoryFileSystem) => files.operations.filter((operation) => operation.startsWith('write ')).length
    const sound = oldWorkspace()
    await openWorkspace(FOLDER, testEnvironment(sound))
    // the first write is the lock's owner file, which nothing depends on
    for (let at = 2; at <= writes(sound); at += 1) {
      const files = oldWorkspace()
      files.inject({ at, error: 'corrupt', forGood: false, only: ['write'] })
      await expect(openWorkspace(FOLDER, testEnvironment(files)), `write ${at}`).rejects.toMatchObject({ code: 'IO' })
      files.inject(null)
      expect((await openWorkspace(FOLDER, testEnvironment(files.afterProcessExit()))).revision).toBe(7)
      expect(files.bytesOf(fileIn('workspace.json'))).toEqual(fixture('workspace.json'))
    }
    expect(writes(sound)).toBe(5)
  })

  it('does not migrate damage', async () => {
    const files = oldWorkspace()
    files.put(fileIn('records.json'), Buffer.from(fixture('records.json').toString().replace('Georgia', 'georgia')))
    await expect(openWorkspace(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await files.list(FOLDER)).not.toContain('backups')
  })
})
