import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderHandles } from '../../../../../src/main/services/folders/folder-handles.ts'
import { droppedSource } from '../../../../../src/main/services/import/dropped-source.ts'

let place: string
const handles = new FolderHandles(() => 0)

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dropped-'))
})
afterEach(() => rm(place, { recursive: true }))

test.each(['Vault', 'Vault.ZIP'])('%s is taken, under a handle that leads to it', async (name) => {
  const path = join(place, name)
  await (name === 'Vault' ? mkdir(path) : writeFile(path, 'PK'))
  const { source, ...said } = await droppedSource(handles, path)
  expect(said).toEqual({ name })
  expect(handles.folder(source ?? '')).toBe(path)
})

test('anything else is named, and has no handle', async () => {
  await writeFile(join(place, 'Note.md'), '')
  expect(await droppedSource(handles, join(place, 'Note.md'))).toEqual({ name: 'Note.md', source: null })
  expect(await droppedSource(handles, join(place, 'gone.zip'))).toEqual({ name: 'gone.zip', source: null })
  expect(await droppedSource(handles, 'Vault')).toEqual({ name: 'Vault', source: null })
})
