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

it('reads at a position, and fewer bytes only at the end', async () => {
  await writeFile(at('file'), '0123456789')
  const file = await nodeFileSystem.openForReading(at('file'))
  const into = Buffer.alloc(4)
  expect([await file.read(into, 3), into.toString()]).toEqual([4, '3456'])
  expect([await file.read(into, 8), into.toString()]).toEqual([2, '8956'])
  expect([await file.read(into, 50), await file.size()]).toEqual([0, 10])
  await file.close()
  await expect(nodeFileSystem.openForReading(at('absent'))).rejects.toMatchObject({ code: 'ENOENT' })
})

it('appends with and without a sync, cuts, and leaves the rights of the file as they are', async () => {
  await writeFile(at('file'), 'a', { mode: 0o640 })
  const file = await nodeFileSystem.openForAppending(at('file'))
  expect([await file.append(Buffer.from('bc')), await file.appendSynced(Buffer.from('def'))]).toEqual([2, 3])
  await file.truncate(4)
  expect(await file.appendSynced(Buffer.from('x'))).toBe(1)
  await file.sync()
  expect(await file.size()).toBe(5)
  const into = Buffer.alloc(9)
  expect(into.toString('utf8', 0, await file.read(into, 0))).toBe('abcdx')
  await file.close()
  if (process.platform !== 'win32') expect((await stat(at('file'))).mode & 0o777).toBe(0o640)
  await expect(nodeFileSystem.openForAppending(at('absent'))).rejects.toMatchObject({ code: 'ENOENT' })
})

it('overwrites in place, in a file that it makes for its owner only', async () => {
  for (const [text, position] of [
    ['hello', 0],
    ['XY', 2],
  ] as const) {
    const file = await nodeFileSystem.openForOverwriting(at('new'))
    expect(await file.overwrite(Buffer.from(text), position)).toBe(text.length)
    await file.close()
  }
  expect(await readFile(at('new'), 'utf8')).toBe('heXYo')
  if (process.platform !== 'win32') expect((await stat(at('new'))).mode & 0o777).toBe(0o600)
})
