import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { CheckReport } from '../../../../src/main/workspace/index.ts'
import { damage, erase, note, paths, put, written } from '../../../support/damaged-workspace.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../../../support/workspace-files.ts'

const check = (files: MemoryFileSystem): Promise<CheckReport> => checkWorkspace(FOLDER, testEnvironment(files))
const texts = ({ findings }: CheckReport, level: string) => findings.filter((finding) => finding.level === level).map(({ text }) => text)

const first = '000000000001.g0.jsonl'
const twoSegments = () =>
  written([
    [[put(note(1, 1), 1)], [put(note(2, 1), 2)], [put(note(1, 2), 3)]],
    [[put(note(3, 1), 4)], [erase(2, 5)]],
  ])

it('counts what is there, also while somebody writes, and writes nothing', async () => {
  const files = await savedTwice()
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  const before = await contents(files)
  const report = await check(files)
  expect(report).toMatchObject({ sound: true, name: 'Secretariat', revision: 2, records: { contact: 1, note: 1, country: 0 }, inTrash: 0 })
  expect(texts(report, 'problem')).toEqual([])
  expect(await contents(files)).toEqual(before)
  await workspace.close()
  expect(texts(await check(files), 'notice')).toEqual(['There is no backup in this folder yet.'])
})

it('counts over segments, without what was erased', async () => {
  expect(await check(await twoSegments())).toMatchObject({ sound: true, revision: 5, records: { note: 2 } })
})

it('names every record that damage has touched, and the files after the records', async () => {
  const files = await twoSegments()
  damage(files, first, '"Text 2\\nof 1')
  damage(files, '000000000005.g0.jsonl', '"Text 1\\nof 3')
  const report = await check(files)
  expect(report).toMatchObject({ sound: false, records: { note: 1 } })
  expect(texts(report, 'problem')).toEqual([
    '“Note 3”: no version of it can be read.',
    '“Note 1”: its latest version cannot be read, an older one can.',
    `${first}: A record is not as it was written.`,
    '000000000005.g0.jsonl: A record is not as it was written.',
  ])
})

it('finds what is missing, cut, swapped or of another workspace', async () => {
  const gone = await twoSegments()
  gone.drop(paths.segment(first))
  expect(texts(await check(gone), 'problem')).toContain(`${first}: The file is missing.`)

  const cut = await twoSegments()
  cut.put(paths.segment(first), cut.bytesOf(paths.segment(first))!.subarray(0, -200))
  expect((await check(cut)).sound).toBe(false)

  const older = await twoSegments()
  const shorter = await written([[[put(note(1, 1), 1)], [put(note(2, 1), 2)]]])
  older.put(paths.segment(first), shorter.bytesOf(paths.segment(first))!)
  expect(texts(await check(older), 'problem')).toEqual([`${first}: It does not end where it ended when it was closed.`])
})

it('takes a write that was never confirmed for a notice, and a loss of one that was for a problem', async () => {
  const active = paths.segment('000000000005.g0.jsonl')
  const torn = await twoSegments()
  torn.put(active, Buffer.concat([torn.bytesOf(active)!, Buffer.from('{"frame":"P. 0')]))
  const report = await check(torn)
  expect(report.sound).toBe(true)
  expect(texts(report, 'notice').join()).toContain('never confirmed')

  const lost = await twoSegments()
  lost.put(active, lost.bytesOf(active)!.subarray(0, -20))
  expect(texts(await check(lost), 'problem')).toContain(
    '000000000005.g0.jsonl: Its end is missing or damaged; what stood there had been saved.',
  )
})

it('says what an invalid record has in it, and whose name is taken twice', async () => {
  const files = await written([
    [
      [put(note(1, 1), 1)],
      [{ ...put(note(2, 1), 2), payload: Buffer.from(put(note(2, 1), 2).payload.toString().replace('"internal"', '"intern"')) }],
    ],
    [[put({ ...note(3, 1), title: 'NOTE 1' }, 3)]],
  ])
  const problems = texts(await check(files), 'problem')
  expect(problems).toHaveLength(2)
  expect(problems[0]).toMatch(/^“Note 2”: classification: /)
  expect(problems[1]).toBe('“NOTE 1” and “Note 1” bear the same title or alias.')
})

it('reports what can be made again, and what does not belong there, as notices', async () => {
  const files = await savedTwice()
  files.put(fileIn('workspace.previous.json'), Buffer.from('{'))
  files.put(join(paths.segments, 'notes.txt'), Buffer.from('mine'))
  files.put(paths.segment('000000000001.g7.jsonl'), Buffer.from('x'))
  for (const name of await files.list(paths.derived)) files.put(join(paths.derived, name), Buffer.from('x'))
  const report = await check(files)
  expect(report.sound).toBe(true)
  const notices = texts(report, 'notice').join('\n')
  for (const word of [
    'workspace.previous.json',
    'segments/notes.txt is not a file',
    'segments/000000000001.g7.jsonl',
    'derived files are stale',
  ])
    expect(notices).toContain(word)
})

it('tells a workspace of a version before the journal, sound or damaged', async () => {
  const old = (name: string) => readFileSync(new URL(`../../../fixtures/workspaces/schema-1/${name}`, import.meta.url))
  const files = (await twoSegments()).afterProcessExit()
  files.drop(FOLDER)
  for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
  const report = await check(files)
  expect(report).toMatchObject({ sound: true, revision: 7 })
  expect(texts(report, 'notice')[0]).toBe('The workspace is of version 1; the next opening brings it to version 3.')
  files.put(fileIn('records.json'), Buffer.from('{'))
  expect((await check(files)).sound).toBe(false)
})

it('says that nothing can be read instead of failing', async () => {
  const files = await twoSegments()
  files.drop(paths.manifest)
  for (const name of [first, '000000000005.g0.jsonl']) files.put(paths.segment(name), Buffer.alloc(6000))
  files.put(paths.previousManifest, Buffer.from('{"format":"rapporteur-workspace"'))
  const report = await check(files)
  expect(report).toMatchObject({ sound: false, revision: 0 })
  expect(texts(report, 'problem')).toHaveLength(1)
})
