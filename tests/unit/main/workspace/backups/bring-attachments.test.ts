import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { AttachmentStore } from '../../../../../src/main/workspace/attachments/attachment-store.ts'
import { attachmentFates, BackupFolder, withAttachments, type AttachmentSources } from '../../../../../src/main/workspace/backups/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { writeWhole } from '../../../../support/write-whole.ts'

const BYTES = Buffer.from('photo of the mission')
const sha256 = createHash('sha256').update(BYTES).digest('hex')
const attachment = { name: `attachments/${sha256.slice(0, 2)}/${sha256}`, bytes: BYTES.length, sha256 }
const backup = { attachments: [attachment] }

let files: MemoryFileSystem
let store: AttachmentStore
let sources: AttachmentSources

beforeEach(async () => {
  files = new MemoryFileSystem()
  await files.createFolder('/hub')
  store = new AttachmentStore('/hub', { files, freeBytes: async () => undefined })
  const folders = ['/first', '/second'].map((folder) => new BackupFolder(files, folder))
  for (const folder of folders) await folder.prepare()
  sources = { files, store, folders }
})

const copyTo = (place: string, bytes: Buffer = BYTES) => writeWhole(files, join(place, 'store', sha256), bytes)

test('it comes from the first folder that holds it whole', async () => {
  await copyTo('/first', Buffer.from('photo of the missioN'))
  await copyTo('/second')
  expect(await withAttachments(sources, backup, async (fates) => fates)).toEqual({ back: [attachment.name], missing: [] })
  expect(await store.verify(sha256)).toBe(BYTES.length)
})

test('no collection removes it before the record names it, and any may afterwards', async () => {
  await copyTo('/first')
  await withAttachments(sources, backup, async () => {
    expect(await store.remove(sha256, () => false)).toBe(false)
  })
  expect(await store.remove(sha256, () => false)).toBe(true)
})

test('it is let go also when the work fails', async () => {
  await copyTo('/first')
  const work = withAttachments(sources, backup, () => Promise.reject(new Error('the transaction failed')))
  await expect(work).rejects.toThrow('the transaction failed')
  expect(await store.remove(sha256, () => false)).toBe(true)
})

test('what only bad copies hold is missing', async () => {
  await copyTo('/first', Buffer.from('photo of the missioN'))
  expect(await withAttachments(sources, backup, async (fates) => fates)).toEqual({ back: [], missing: [attachment.name] })
  expect(await files.list('/hub/attachments').catch(() => [])).toEqual([])
})

test('a folder that fails does not hide the copy of another', async () => {
  await copyTo('/second')
  files.inject({ at: 1, error: 'EIO', forGood: false, only: ['stat'] })
  expect(await attachmentFates(sources, backup)).toEqual({ back: [attachment.name], missing: [] })
})

test('a full disk is told in the words of the system, and nothing is named', async () => {
  await copyTo('/first')
  files.inject({ at: 1, error: 'ENOSPC', forGood: false, only: ['write'] })
  await expect(withAttachments(sources, backup, async () => 'named')).rejects.toMatchObject({ code: 'ENOSPC' })
})
