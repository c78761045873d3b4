import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { SCHEMA_VERSION } from '../../../../src/main/workspace/layout.ts'
import { migrateRecord, migrations, planMigration } from '../../../../src/main/workspace/migrations/index.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER } from '../../../support/workspace-files.ts'
import { formerRecords, formerWorkspace, sealed } from '../../../support/workspace-former.ts'

const OLD = ['workspace.json', 'records.json']
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/workspaces/schema-1/${name}`, import.meta.url))

function oldWorkspace(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  for (const name of OLD) files.put(fileIn(name), fixture(name))
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
      attachments: [],
      distribution: '',
      posts: [{ title: 'Chair', former: false }, { former: true }, { current: 'yes' }, 'x'],
      other: 1,
    })
    expect(raw).toEqual(before)
  })
})

const open = (files: MemoryFileSystem, segmentBytes?: number) => openWorkspace(FOLDER, testEnvironment(files, segmentBytes))
const json = (files: MemoryFileSystem, name: string) => JSON.parse(files.bytesOf(fileIn(name))?.toString() ?? '') as Record<string, unknown>

describe('a workspace of version 1', () => {
  it('opens with everything in it, in the journal, and keeps the old files', async () => {
    const files = oldWorkspace()
    const workspace = await open(files)
    expect(workspace.info).toEqual({ id: idOf(0xabc), name: 'Secretariat 2022', sample: false })
    expect(workspace.revision).toBe(7)
    expect([...workspace.heads()].map((head) => head.title)).toEqual([
      'Alikhan Baimenov',
      'Note on Georgia',
      'Steering Committee, first session',
    ])
    expect(await workspace.read(idOf(1))).toMatchObject({
      distribution: '',
      attachments: [],
      posts: [{ former: false }, { title: 'Minister of Labour', former: true }],
    })
    expect(workspace.notices).toMatchObject([{ code: 'migrated' }])
    for (const name of OLD) expect(files.bytesOf(fileIn(`backups/before-schema-3/${name}`))).toEqual(fixture(name))
    for (const name of ['workspace.json', 'workspace.previous.json']) expect(json(files, name)).toMatchObject({ schemaVersion: 3 })
    expect(await files.list(FOLDER)).not.toContain('records.json')
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(9), 0))
    await workspace.close()
    const again = await open(files)
    expect([again.revision, again.notices]).toEqual([8, []])
  })

  it('may need several segments', async () => {
    const files = oldWorkspace()
    const workspace = await open(files, 1)
    expect((json(files, 'workspace.json')['segments'] as unknown[]).length).toBe(2)
    const records = await Promise.all([...workspace.heads()].map(({ id }) => workspace.read(id)))
    expect(records.map((record) => record?.title)).toHaveLength(3)
  })

  it('is begun again after a crash before the new manifest, without a second copy of the old files', async () => {
    const files = oldWorkspace()
    // the owner file, two copies: the fourth is the manifest
    files.inject({ at: 4, error: 'powerLoss', forGood: true, only: ['rename'] })
    await expect(open(files)).rejects.toThrow('rename')
    const after = files.afterProcessExit()
    expect(await after.list(fileIn('segments'))).toHaveLength(1)
    const workspace = await open(after)
    expect([...workspace.heads()]).toHaveLength(3)
    expect(await after.list(fileIn('backups'))).toEqual(['before-schema-3'])
  })

  it('is tidied up after a crash behind the new manifest', async () => {
    const whole = oldWorkspace()
    await (await open(whole)).close()
    const files = whole.afterProcessExit()
    for (const name of OLD) files.put(fileIn(name === 'workspace.json' ? 'workspace.previous.json' : name), fixture(name))
    files.drop(fileIn('backups/before-schema-3/records.json'))
    const workspace = await open(files)
    expect([...workspace.heads()]).toHaveLength(3)
    expect(workspace.notices).toEqual([])
    expect(await files.list(FOLDER)).not.toContain('records.json')
    expect(files.bytesOf(fileIn('backups/before-schema-3/records.json'))).toEqual(fixture('records.json'))
    expect(json(files, 'workspace.previous.json')).toMatchObject({ schemaVersion: 3 })
  })

  it('is only read, not changed, where it may not be written', async () => {
    const files = oldWorkspace()
    const before = await contents(files)
    const workspace = await openWorkspace(FOLDER, testEnvironment(files), { readOnly: true })
    expect(workspace.readOnly).toBe('permission')
    expect(await workspace.read(idOf(1))).toMatchObject({ posts: [{ former: false }, { former: true }] })
    await workspace.close()
    expect(await contents(files)).toEqual(before)
  })

  it('is left as it was when the disk does not give back what was written', async () => {
    const isData = (operation: string) => /^(write|append|appendSynced) /.test(operation) && !/owner|reserve/.test(operation)
    const sound = oldWorkspace()
    await (await open(sound)).close()
    const writes = sound.operations.filter((operation) => /^(write|append|appendSynced) /.test(operation))
    let calledOff = 0
    for (const [index, operation] of writes.entries()) {
      // behind the manifest the upgrade is done
      if (!isData(operation) || index > writes.findIndex((name) => name.includes(`${FOLDER}/.workspace.json.`))) continue
      const files = oldWorkspace()
      files.inject({ at: index + 1, error: 'corrupt', forGood: false, only: ['write', 'append', 'appendSynced'] })
      await expect(open(files), operation).rejects.toMatchObject({ code: 'IO' })
      files.inject(null)
      expect(files.bytesOf(fileIn('workspace.json')), operation).toEqual(fixture('workspace.json'))
      expect((await open(files.afterProcessExit())).revision).toBe(7)
      calledOff += 1
    }
    // two copies, the first line of a segment, its records, the manifest
    expect(calledOff).toBe(5)
  })

  it('does not migrate damage', async () => {
    const files = oldWorkspace()
    files.put(fileIn('records.json'), Buffer.from(fixture('records.json').toString().replace('Georgia', 'georgia')))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await files.list(FOLDER)).not.toContain('backups')
  })
})

describe('a workspace of version 2', () => {
  it('gives every record its list of attachments, between its fields as their schema has them', async () => {
    const files = formerWorkspace()
    const workspace = await open(files)
    const fields = Object.keys((await workspace.read(idOf(2))) ?? {})
    expect(fields.slice(fields.indexOf('authenticLanguage')).slice(0, 4)).toEqual(['authenticLanguage', 'attachments', 'body', 'extra'])
  })

  it('that was put back by hand over later segments does not lose them', async () => {
    const files = formerWorkspace()
    const environment = testEnvironment(files)
    const workspace = await openWorkspace(FOLDER, environment)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(5, 'Later'), 0))
    await workspace.close()
    const old = formerWorkspace()
    for (const name of [...OLD, 'workspace.previous.json']) files.put(fileIn(name), old.bytesOf(fileIn(name))!)
    const again = await openWorkspace(FOLDER, environment)
    expect([...again.heads()].map((head) => head.title)).toEqual(['First', 'Алихан Байменов'])
    const [kept] = await files.list(fileIn('set-aside'))
    const segment = files.bytesOf(fileIn(`set-aside/${kept}/000000000001.g0.jsonl`))
    expect(segment?.toString()).toContain('"title":"Later"')
  })

  it('keeps the files of an earlier upgrade beside those of a later one', async () => {
    const files = formerWorkspace()
    const environment = testEnvironment(files)
    await (await openWorkspace(FOLDER, environment)).close()
    const first = files.bytesOf(fileIn('backups/before-schema-3/records.json'))
    const other = sealed(formerRecords(3, [newNote(7, 'Other')]))
    for (const name of [...OLD, 'workspace.previous.json']) files.put(fileIn(name), formerWorkspace().bytesOf(fileIn(name))!)
    files.put(fileIn('records.json'), other)
    expect([...(await openWorkspace(FOLDER, environment)).heads()].map((head) => head.title)).toEqual(['Other'])
    expect(files.bytesOf(fileIn('backups/before-schema-3/records.json'))).toEqual(first)
    expect(files.bytesOf(fileIn('backups/before-schema-3-2/records.json'))).toEqual(other)
  })
})
