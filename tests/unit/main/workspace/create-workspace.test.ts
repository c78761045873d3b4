import { expect, it } from 'vitest'
import { systemError } from '../../../../src/main/workspace/file-system.ts'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER } from '../../../support/workspace-files.ts'

/** Something happens between the look at the folder and the lock. */
class Overtaken extends MemoryFileSystem {
  meanwhile: (() => Promise<void>) | null = null

  override async lock(path: string) {
    const happens = this.meanwhile
    this.meanwhile = null
    await happens?.()
    return super.lock(path)
  }
}

const as = { name: 'Secretariat', sample: false }

it('leaves the workspace alone that another program made and closed a moment before', async () => {
  const files = new Overtaken()
  let left = {}
  files.meanwhile = async () => {
    const other = await createWorkspace(FOLDER, { ...as, name: 'Other' }, testEnvironment(files))
    await other.transact(anna, async (transaction) => transaction.put(newNote(1, 'Precious'), 0))
    await other.close()
    left = await contents(files)
  }
  await expect(createWorkspace(FOLDER, as, testEnvironment(files))).rejects.toMatchObject({ code: 'NOT_EMPTY' })
  expect(await contents(files)).toEqual(left)
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect([...workspace.heads()].map(({ title }) => title)).toEqual(['Precious'])
  await workspace.close()
})

it.each(['notes.txt', '000000000001.g0.jsonl.txt'])('does not take a folder for free in which somebody keeps segments/%s', async (name) => {
  const files = new MemoryFileSystem()
  files.put(fileIn(`segments/${name}`), Buffer.from('mine'))
  const before = await contents(files)
  await expect(createWorkspace(FOLDER, as, testEnvironment(files))).rejects.toMatchObject({ code: 'NOT_EMPTY' })
  expect(await contents(files)).toEqual(before)
})

it('removes nothing but its own when it fails', async () => {
  const files = new (class extends MemoryFileSystem {
    override async createFile(path: string) {
      if (!path.includes('segments')) return super.createFile(path)
      this.put(fileIn('segments/notes.txt'), Buffer.from('put there meanwhile'))
      throw systemError('ENOSPC', 'open', 'The disk is full.')
    }
  })()
  await expect(createWorkspace(FOLDER, as, testEnvironment(files))).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect(files.bytesOf(fileIn('segments/notes.txt'))?.toString()).toBe('put there meanwhile')
})
