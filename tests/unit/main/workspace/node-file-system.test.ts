import { link, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../../src/main/workspace/node-file-system.ts'
import type { Disk } from '../../../support/workspace-disk.ts'
import { temporaryDisk } from '../../../support/workspace-disk.ts'

let disk: Disk
beforeEach(async () => {
  disk = await temporaryDisk()
})
afterEach(() => disk.remove())
const at = (name: string) => join(disk.folder, name)

it('makes folders for their owner only, with those above them, and leaves one that is there', async () => {
  await nodeFileSystem.createFolder(at('a/b/c'))
  await nodeFileSystem.createFolder(at('a/b/c'))
  expect(await nodeFileSystem.stat(at('a/b/c'))).toMatchObject({ kind: 'folder' })
  if (process.platform !== 'win32') expect((await stat(at('a/b'))).mode & 0o777).toBe(0o700)
  await writeFile(at('file'), 'x')
  await expect(nodeFileSystem.createFolder(at('file'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(nodeFileSystem.createFolder(at('file/below/deeper'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

it('makes a file for its owner only, and never over another', async () => {
  const file = await nodeFileSystem.createFile(at('new'))
  expect(await file.write(Buffer.from('bytes'))).toBe(5)
  await file.sync()
  await file.close()
  expect(await readFile(at('new'), 'utf8')).toBe('bytes')
  if (process.platform !== 'win32') expect((await stat(at('new'))).mode & 0o777).toBe(0o600)
  await expect(nodeFileSystem.createFile(at('new'))).rejects.toMatchObject({ code: 'EEXIST' })
})

it('gives a lock once, and again after its release', async () => {
  const lock = await nodeFileSystem.lock(at('lock'))
  expect(await nodeFileSystem.lock(at('lock'))).toBeNull()
  await lock?.release()
  await lock?.release()
  const again = await nodeFileSystem.lock(at('lock'))
  expect(again).not.toBeNull()
  await again?.release()
})

it('notices when the locked file is not the one at its path any more', async () => {
  const lock = await nodeFileSystem.lock(at('lock'))
  expect(await lock?.isInPlace()).toBe(true)
  await link(at('lock'), at('second name'))
  await rename(at('lock'), at('moved'))
  expect(await lock?.isInPlace()).toBe(false)
  await writeFile(at('lock'), '')
  expect(await lock?.isInPlace()).toBe(false)
  await lock?.release()
})

it('says undefined for nothing, also below a file', async () => {
  await mkdir(at('folder'))
  await writeFile(at('file'), 'abc')
  expect(await nodeFileSystem.stat(at('absent'))).toBeUndefined()
  expect(await nodeFileSystem.stat(at('file/absent'))).toBeUndefined()
  expect(await nodeFileSystem.stat(at('file'))).toEqual({ kind: 'file', size: 3 })
  await nodeFileSystem.syncFolder(at('folder'))
})
