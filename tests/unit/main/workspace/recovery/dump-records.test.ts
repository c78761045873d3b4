import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dumpRecords, openWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { DumpReport } from '../../../../../src/main/workspace/index.ts'
import { damage, erase, note, paths, put, written } from '../../../../support/damaged-workspace.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../../../../support/workspace-files.ts'

async function dump(files: MemoryFileSystem, history = false): Promise<DumpReport & { text: string }> {
  let text = ''
  const report = await dumpRecords(FOLDER, testEnvironment(files), { history }, async (line) => void (text += Buffer.from(line).toString()))
  return { ...report, text }
}

const revisions = (text: string): string[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { title, rev } = JSON.parse(line) as { title: string; rev: number }
      return `${title}:${rev}`
    })

const workspace = () =>
  written([
    [[put(note(1, 1), 1)], [put(note(2, 1), 2)]],
    [[put(note(1, 2), 3)], [erase(2, 4)]],
  ])

it('gives the current version of every record as a line of its bytes', async () => {
  const { text, lines, damaged } = await dump(await workspace())
  expect({ lines, damaged }).toEqual({ lines: 1, damaged: [] })
  expect(text).toBe(`${Buffer.from(put(note(1, 2), 3).payload).toString()}\n`)
})

it('gives every version in order, but nothing of what was erased', async () => {
  expect(revisions((await dump(await workspace(), true)).text)).toEqual(['Note 1:1', 'Note 1:2'])
})

it('gives an older version where the latest is damaged, and says which file is', async () => {
  const files = await workspace()
  damage(files, '000000000004.g0.jsonl', '"Text 2\\nof 1')
  files.drop(paths.derived)
  const { text, damaged } = await dump(files)
  expect(revisions(text)).toEqual(['Note 1:1'])
  expect(damaged.map(({ file }) => file)).toEqual(['000000000004.g0.jsonl'])
})

it('works beside a writer, and writes nothing', async () => {
  const files = await savedTwice()
  const open = await openWorkspace(FOLDER, testEnvironment(files))
  const before = await contents(files)
  expect(await dump(files)).toMatchObject({ lines: 2, damaged: [] })
  expect(await contents(files)).toEqual(before)
  await open.close()
})

it('reads the files of versions before the journal', async () => {
  const files = new MemoryFileSystem()
  for (const name of ['workspace.json', 'records.json'])
    files.put(fileIn(name), readFileSync(new URL(`../../../../fixtures/workspaces/schema-1/${name}`, import.meta.url)))
  expect(revisions((await dump(files)).text)).toHaveLength(3)
})
