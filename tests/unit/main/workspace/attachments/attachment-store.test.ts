import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AttachmentStore } from '../../../../../src/main/workspace/attachments/attachment-store.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../../../src/shared/model/attachment-name.ts'
import { MemoryFileSystem, PowerLoss } from '../../../../support/memory-file-system.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const place = (sha256: string) => join('attachments', sha256.slice(0, 2), sha256)
const plenty = async () => Number.MAX_SAFE_INTEGER

async function add(store: AttachmentStore, bytes: Uint8Array, step = 1_000): Promise<string> {
  const file = await store.receive(bytes.length)
  for (let at = 0; at < bytes.length; at += step) await file.write(bytes.subarray(at, at + step))
  const { sha256 } = await file.finish()
  store.unpin(sha256)
  return sha256
}

async function contentOf(store: AttachmentStore, sha256: string): Promise<Buffer> {
  const steps: Uint8Array[] = []
  for await (const step of store.content(sha256)) steps.push(step)
  return Buffer.concat(steps)
}

async function listed(store: AttachmentStore): Promise<string[]> {
  const all: string[] = []
  for await (const sha256 of store.list()) all.push(sha256)
  return all.toSorted()
}

describe('on a disk', () => {
  let folder = ''
  let store: AttachmentStore
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-attachments-'))
    store = new AttachmentStore(folder)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('a content is kept once, whole, for its owner only', async () => {
    const bytes = Buffer.from('minutes '.repeat(300_000))
    const sha256 = await add(store, bytes, 700_001)
    expect(sha256).toBe(hashOf(bytes))
    expect(await add(store, bytes)).toBe(sha256)
    expect(await contentOf(store, sha256)).toEqual(bytes)
    expect(await listed(store)).toEqual([sha256])
    expect(await store.size(sha256)).toBe(bytes.length)
    expect(Buffer.from(await store.read(sha256, 8, 7)).toString()).toBe('minutes')
    expect((await stat(join(folder, place(sha256)))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'attachments'))).mode & 0o777).toBe(0o700)
    expect(await readdir(join(folder, 'attachments'))).toEqual([sha256.slice(0, 2)])
  })

  test('nothing at all is a content too', async () => {
    const sha256 = await add(store, Buffer.alloc(0))
    expect(await store.verify(sha256)).toBe(0)
    expect(await store.mediaType(sha256)).toBe('application/octet-stream')
  })

  test('a changed byte is noticed, and mended by adding the file again', async () => {
    const bytes = Buffer.from('agenda')
    const sha256 = await add(store, bytes)
    await writeFile(join(folder, place(sha256)), 'agendA')
    await expect(store.verify(sha256)).rejects.toMatchObject({ code: 'DAMAGED' })
    await add(store, bytes)
    expect(await readFile(join(folder, place(sha256)), 'utf8')).toBe('agenda')
  })

  test('a missing content says so', async () => {
    await expect(store.read('a'.repeat(64), 0, 1)).rejects.toMatchObject({ code: 'MISSING' })
    await expect(store.size('a'.repeat(64))).rejects.toMatchObject({ code: 'MISSING' })
    await expect(store.verify('a'.repeat(64))).rejects.toMatchObject({ code: 'MISSING' })
  })

  test('a path is made of a hash and nothing else', async () => {
    for (const wrong of ['../../workspace.json', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/..`])
      await expect(store.read(wrong, 0, 1)).rejects.toThrow('That is no SHA-256.')
  })

  test('more or fewer bytes than were said are refused, and nothing stays', async () => {
    const more = await store.receive(3)
    await expect(more.write(Buffer.from('four'))).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { problem: 'changed' } })
    const fewer = await store.receive(3)
    await fewer.write(Buffer.from('ab'))
    await expect(fewer.finish()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const left = await store.receive(3)
    await left.discard()
    await expect(left.finish()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await readdir(join(folder, 'attachments'))).toEqual([])
  })

  test('too large a file is refused before a byte is written', async () => {
    await expect(store.receive(MAX_ATTACHMENT_BYTES + 1)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { problem: 'tooLarge' } })
    expect(await readdir(folder)).toEqual([])
  })

  test('a disk without room is told before a byte is written', async () => {
    const small = new AttachmentStore(folder, { freeBytes: async () => 5_000_000 })
    await expect(small.receive(1_000_000)).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(await readdir(folder)).toEqual([])
    await (await small.receive(500_000)).discard()
  })

  test('what a crash left behind goes at the next use', async () => {
    await add(store, Buffer.from('a'))
    await writeFile(join(folder, 'attachments', '.incoming-0123456789abcdef.tmp'), 'half')
    await writeFile(join(folder, 'attachments', 'letter.txt'), 'a person put it here')
    const next = new AttachmentStore(folder)
    await add(next, Buffer.from('b'))
    expect((await readdir(join(folder, 'attachments'))).filter((name) => name.includes('.'))).toEqual(['letter.txt'])
    expect(await listed(next)).toHaveLength(2)
  })

  test('files that come at once do not take each other for leftovers', async () => {
    class SlowlyListed extends MemoryFileSystem {
      override async list(path: string): Promise<readonly string[]> {
        // others get their turn before the answer
        for (let turn = 0; turn < 10; turn += 1) await setImmediate()
        return super.list(path)
      }
    }
    const files = new SlowlyListed()
    files.put('/w/workspace.json', Buffer.from('{}'))
    const both = new AttachmentStore('/w', { files, freeBytes: plenty })
    const incoming = await Promise.all([both.receive(1), both.receive(1)])
    await Promise.all(incoming.map((file, index) => file.write(Buffer.from(String(index)))))
    const contents = await Promise.all(incoming.map((file) => file.finish()))
    expect(await listed(both)).toEqual(contents.map(({ sha256 }) => sha256).toSorted())
  })

  test('what a record is about to name is not removed', async () => {
    const file = await store.receive(1)
    await file.write(Buffer.from('a'))
    const { sha256 } = await file.finish()
    expect(await store.remove(sha256, () => false)).toBe(false)
    store.unpin(sha256)
    expect(await store.remove(sha256, () => true)).toBe(false)
    expect(await store.remove(sha256, () => false)).toBe(true)
    expect(await listed(store)).toEqual([])
  })
})

describe('on a failing disk', () => {
  const bytes = Buffer.from('the report of the mission '.repeat(200))
  const sha256 = hashOf(bytes)
  const path = join('/w', place(sha256))
  const fresh = () => {
    const files = new MemoryFileSystem()
    files.put('/w/workspace.json', Buffer.from('{}'))
    return files
  }
  const storeOn = (files: MemoryFileSystem) => new AttachmentStore('/w', { files, freeBytes: plenty })

  async function operationsOfAdding(): Promise<number> {
    const files = fresh()
    await add(storeOn(files), bytes)
    return files.operations.length
  }

  test.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS'])('%s at any moment: a sentence, and nothing half under its name', async (error) => {
    const count = await operationsOfAdding()
    expect(count).toBeGreaterThan(12)
    for (let at = 1; at <= count; at += 1) {
      const files = fresh()
      files.inject({ at, error, forGood: true })
      let failure: unknown
      try {
        await add(storeOn(files), bytes)
      } catch (thrown) {
        failure = thrown
        expect(thrown).toMatchObject({ name: 'AppError', message: expect.stringMatching(/not added/) as string })
      }
      files.inject(null)
      const there = files.bytesOf(path)
      if (failure === undefined || there) expect(there?.equals(bytes)).toBe(true)
      // trying again is safe
      await add(storeOn(files), bytes)
      expect(files.bytesOf(path)?.equals(bytes)).toBe(true)
    }
  })

  test('short writes are continued', async () => {
    const files = fresh()
    files.inject({ at: 1, error: 'short', forGood: true, only: ['write'] })
    await add(storeOn(files), bytes)
    expect(files.bytesOf(path)?.equals(bytes)).toBe(true)
  })

  test('a content that was acknowledged survives a loss of power', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const files = fresh()
      await add(storeOn(files), bytes)
      let state = seed
      const after = files.afterPowerLoss((options) => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) % options)
      expect(after.bytesOf(path)?.equals(bytes)).toBe(true)
    }
  })

  test('a loss of power in between leaves the content whole or not there', async () => {
    const count = await operationsOfAdding()
    for (let at = 1; at <= count; at += 1) {
      const files = fresh()
      files.inject({ at, error: 'powerLoss', forGood: true })
      await add(storeOn(files), bytes).catch((error: unknown) => {
        if (!(error instanceof PowerLoss)) throw error
      })
      for (let seed = 0; seed < 20; seed += 1) {
        let state = seed * 7_919 + at
        const after = files.afterPowerLoss((options) => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) % options)
        const there = after.bytesOf(path)
        if (there) expect(there.equals(bytes)).toBe(true)
        await add(storeOn(after), bytes)
        expect(await contentOf(storeOn(after), sha256)).toEqual(bytes)
      }
    }
  })
})
