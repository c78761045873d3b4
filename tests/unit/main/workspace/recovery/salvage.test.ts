import { join } from 'node:path'
import { expect, it } from 'vitest'
import { examineManifest } from '../../../../../src/main/workspace/examine.ts'
import { manifestCodec, segmentNames } from '../../../../../src/main/workspace/manifest-file.ts'
import { dumpRecords } from '../../../../../src/main/workspace/recovery/dump-records.ts'
import { planSalvage, salvageWorkspace } from '../../../../../src/main/workspace/recovery/salvage.ts'
import { countRecords, makeBackup, ownBackups, takeSnapshot } from '../../../../../src/main/workspace/backups/index.ts'
import { createWorkspace, openWorkspace } from '../../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { damage, erase, note, paths, put, written } from '../../../../support/damaged-workspace.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'
import { FOLDER } from '../../../../support/workspace-files.ts'

/** “1:2” is record 1 at revision 2. */
async function current(files: MemoryFileSystem, history = false): Promise<string[]> {
  const lines: string[] = []
  const report = await dumpRecords(FOLDER, testEnvironment(files), { history }, async (json) => {
    const { id, rev } = JSON.parse(Buffer.from(json).toString()) as { id: string; rev: number }
    lines.push(`${Number.parseInt(id.slice(-4), 16)}:${rev}`)
  })
  expect(report.lines).toBe(lines.length)
  return lines.toSorted()
}

const first = '000000000001.g0.jsonl'
const threeSegments = () =>
  written([
    [[put(note(1, 1), 1)], [put(note(2, 1), 2, false), put(note(3, 1), 2)], [put(note(1, 2), 3)]],
    [[put(note(2, 2), 4)], [put(note(4, 1), 5)], [erase(3, 6)]],
    [[put(note(1, 3), 7)], [put(note(5, 1), 8)]],
  ])

it('leaves a sound workspace alone', async () => {
  const files = await threeSegments()
  const before = files.operations.length
  expect(await salvageWorkspace(FOLDER, testEnvironment(files))).toEqual({
    changed: false,
    setAside: '',
    damaged: [],
    records: 4,
    fellBack: [],
    lost: [],
    unnamed: 0,
  })
  const writes = files.operations.slice(before).filter((operation) => /^(rename|link|remove|truncate|append)/.test(operation))
  expect(writes.filter((operation) => !operation.includes('owner'))).toEqual([])
})

it('keeps every version that can be read, and says who fell back and who is lost', async () => {
  const files = await threeSegments()
  damage(files, first, '"Text 1\\nof 2')
  damage(files, '000000000006.g0.jsonl', '"Text 2\\nof 2')
  damage(files, '000000000006.g0.jsonl', '"Text 1\\nof 4')
  const plan = await planSalvage(FOLDER, testEnvironment(files))
  const report = await salvageWorkspace(FOLDER, testEnvironment(files))
  expect({ ...report, changed: false, setAside: '' }).toEqual(plan)
  expect(report).toMatchObject({ changed: true, records: 2, fellBack: [], lost: [{ title: 'Note 2' }, { title: 'Note 4' }], unnamed: 0 })
  expect(report.damaged.map(({ file }) => file)).toEqual([first, '000000000006.g0.jsonl'])
  expect(await current(files)).toEqual(['1:3', '5:1'])
  expect(await current(files, true)).toEqual(['1:1', '1:2', '1:3', '5:1'])
  expect((await planSalvage(FOLDER, testEnvironment(files))).damaged).toEqual([])
})

it('goes back to the version before one that cannot be read', async () => {
  const files = await threeSegments()
  damage(files, '000000000006.g0.jsonl', '"Text 2\\nof 2')
  const report = await salvageWorkspace(FOLDER, testEnvironment(files))
  expect(report).toMatchObject({ fellBack: [{ id: idOf(2), title: 'Note 2' }], lost: [] })
  expect(await current(files)).toEqual(['1:3', '2:1', '4:1', '5:1'])
})

it('keeps the damaged files as they were, under the date', async () => {
  const files = await threeSegments()
  damage(files, first, '"Text 1\\nof 2')
  const bytes = files.bytesOf(paths.segment(first))
  const { setAside } = await salvageWorkspace(FOLDER, testEnvironment(files))
  expect(setAside).toMatch(/^set-aside\/2023-10-05T09-00-\d\d-UTC$/)
  expect(files.bytesOf(join(FOLDER, setAside, `segments-${first}`))).toEqual(bytes)
  expect(files.bytesOf(join(FOLDER, setAside, 'workspace.json'))).toBeDefined()
  expect(files.bytesOf(paths.segment(first))).toBeUndefined()
  const manifest = await examineManifest(files, paths.manifest)
  expect(segmentNames(manifest.content!)[0]).toBe('000000000001.g1.jsonl')
  expect(manifest.content?.lineage).not.toBe('first')
})

it('never brings back what was erased', async () => {
  const files = await threeSegments()
  damage(files, first, '"Text 1\\nof 2')
  await salvageWorkspace(FOLDER, testEnvironment(files))
  const text = files.bytesOf(paths.segment('000000000001.g1.jsonl'))!.toString()
  expect(text).not.toContain('Note 3')
  expect(await current(files)).toEqual(['1:3', '2:2', '4:1', '5:1'])
})

it('does without a segment that is gone', async () => {
  for (const [gone, left] of [
    [first, ['1:3', '2:2', '4:1', '5:1']],
    ['000000000006.g0.jsonl', ['1:3', '2:1', '3:1', '5:1']],
  ] as const) {
    const files = await threeSegments()
    files.drop(paths.segment(gone))
    expect(await salvageWorkspace(FOLDER, testEnvironment(files))).toMatchObject({ changed: true, unnamed: 1, damaged: [{ file: gone }] })
    expect(await current(files)).toEqual(left)
  }
})

it('makes the last segment that is there the active one when the active one is gone', async () => {
  const files = await threeSegments()
  files.drop(paths.segment('000000000010.g0.jsonl'))
  await salvageWorkspace(FOLDER, testEnvironment(files))
  expect((await examineManifest(files, paths.manifest)).content).toMatchObject({
    active: '000000000006.g0.jsonl',
    segments: [{ name: first }],
  })
  expect(await current(files)).toEqual(['1:2', '2:2', '4:1'])
})

it('makes a lost manifest again from the segments', async () => {
  for (const remains of [undefined, Buffer.alloc(200), Buffer.from('{"format":"rapporteur-workspace","name": "Второй"')]) {
    const files = await threeSegments()
    if (remains) files.put(paths.manifest, remains)
    else files.drop(paths.manifest)
    files.put(paths.lock, Buffer.alloc(0))
    const report = await salvageWorkspace(FOLDER, testEnvironment(files))
    expect(report).toMatchObject({ changed: true, damaged: [{ file: 'workspace.json' }], fellBack: [], lost: [] })
    expect(await current(files)).toEqual(['1:3', '2:2', '4:1', '5:1'])
    const { content } = await examineManifest(files, paths.manifest)
    expect(content?.name).toBe(remains && remains[0] !== 0 ? 'Второй' : 'Secretariat')
    expect(content?.segments.map(({ last }) => last)).toEqual([5, 9])
  }
})

it('notices a whole segment that is missing although no manifest tells', async () => {
  const files = await threeSegments()
  files.drop(paths.manifest)
  files.drop(paths.segment('000000000006.g0.jsonl'))
  const { damaged } = await salvageWorkspace(FOLDER, testEnvironment(files))
  expect(damaged).toEqual([
    { file: 'workspace.json', reason: 'The file is missing.' },
    { file: '000000000010.g0.jsonl', reason: 'A segment before it is missing.' },
  ])
})

it('takes the name and the settings of the manifest before, but the segments that are there', async () => {
  const files = await threeSegments()
  const sound = await examineManifest(files, paths.manifest)
  const { segments } = sound.content!
  const before = { ...sound.content!, name: 'Before', segments: segments.slice(0, 1), active: segments[1]!.name }
  files.put(paths.previousManifest, Buffer.concat([...manifestCodec.encode(before)]))
  files.put(paths.manifest, Buffer.from('{'))
  await salvageWorkspace(FOLDER, testEnvironment(files))
  expect((await examineManifest(files, paths.manifest)).content).toMatchObject({ name: 'Before', active: '000000000010.g0.jsonl' })
  expect(await current(files)).toEqual(['1:3', '2:2', '4:1', '5:1'])
})

it('leaves a torn tail to the opening, and salvages one that was acknowledged', async () => {
  const active = '000000000010.g0.jsonl'
  const torn = await threeSegments()
  torn.put(paths.segment(active), Buffer.concat([torn.bytesOf(paths.segment(active))!, Buffer.from('{"frame":"P. 00')]))
  expect(await planSalvage(FOLDER, testEnvironment(torn))).toMatchObject({ damaged: [] })
  const cut = await threeSegments()
  cut.put(paths.segment(active), cut.bytesOf(paths.segment(active))!.subarray(0, -30))
  const report = await salvageWorkspace(FOLDER, testEnvironment(cut))
  expect(report).toMatchObject({ changed: true, damaged: [{ file: active }], lost: [{ title: 'Note 5' }] })
  expect(await current(cut)).toEqual(['1:3', '2:2', '4:1'])
})

it('drops a change that was not written to its end, and keeps what is left of one that was', async () => {
  const unfinished = await written([
    [[put(note(1, 1), 1)], [put(note(2, 1), 2)]],
    [[put(note(1, 2), 3)], [put(note(5, 1), 4)], [put(note(3, 1), 5, false), put(note(4, 1), 5)]],
  ])
  damage(unfinished, '000000000004.g0.jsonl', '"Text 2\\nof 1')
  damage(unfinished, '000000000004.g0.jsonl', '"Text 1\\nof 4')
  // the mark tells that the last change was acknowledged
  const acknowledged = unfinished.afterProcessExit()
  expect(await salvageWorkspace(FOLDER, testEnvironment(acknowledged))).toMatchObject({ records: 4, lost: [{ title: 'Note 4' }] })
  expect(await current(acknowledged)).toEqual(['1:1', '2:1', '3:1', '5:1'])
  unfinished.drop(paths.acknowledged)
  expect(await salvageWorkspace(FOLDER, testEnvironment(unfinished))).toMatchObject({
    records: 3,
    lost: [],
    fellBack: [{ title: 'Note 1' }],
  })
  expect(await current(unfinished)).toEqual(['1:1', '2:1', '5:1'])
})

it('refuses when nothing can be read, and changes nothing', async () => {
  const files = await written([[[put(note(1, 1), 1)]]])
  files.put(paths.segment(first), Buffer.alloc(500))
  const bytes = files.bytesOf(paths.manifest)
  await expect(salvageWorkspace(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'DAMAGED' })
  expect(files.bytesOf(paths.manifest)).toEqual(bytes)
  expect(files.bytesOf(paths.segment(first))).toBeDefined()
})

it('waits for nobody: a workspace that is open elsewhere is refused', async () => {
  const files = await threeSegments()
  const lock = await files.lock(paths.lock)
  await expect(salvageWorkspace(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'LOCKED' })
  await lock?.release()
})

it('takes from the backups what is damaged, so that nothing is lost', async () => {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  const environment = testEnvironment(files, 4 * 1024)
  const workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, environment)
  const backUp = async () => {
    const counts = await countRecords(workspace)
    const snapshot = await workspace.whileStill(() => takeSnapshot(files, FOLDER, workspace.revision, counts))
    await makeBackup(ownBackups(files, FOLDER), snapshot, { files, clock: environment.clock, reason: 'hand', copyAttachments: false })
  }
  for (let number = 1; number <= 14; number += 1) {
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, 'text '.repeat(150)), 0))
    if (number === 7 || number === 13) await backUp()
  }
  await workspace.close()
  // as after a copy to another disk: the columns would still name the titles
  for (const name of await files.list(paths.derived)) await files.remove(`${paths.derived}/${name}`)
  const names = (await files.list(paths.segments)).filter((name) => name.endsWith('.jsonl')).toSorted()
  expect(names.length).toBeGreaterThan(3)
  // one closed segment goes, another is damaged, and in the active one a change of before the backup
  files.drop(paths.segment(names[0] ?? ''))
  damage(files, names[1] ?? '', '"Note ')
  damage(files, names.at(-1) ?? '', '"Note 13')
  const plan = await planSalvage(FOLDER, testEnvironment(files))
  expect(plan).toMatchObject({ records: 14, lost: [], fellBack: [], unnamed: 0 })
  expect(plan.damaged).toHaveLength(3)
  expect(await salvageWorkspace(FOLDER, testEnvironment(files))).toMatchObject({ changed: true, records: 14, lost: [] })
  const again = await openWorkspace(FOLDER, testEnvironment(files))
  for (const { id, title } of again.heads()) expect(await again.read(id)).toMatchObject({ title, body: 'text '.repeat(150) })
  expect(again.rowCount).toBe(14)
  await again.close()
})
