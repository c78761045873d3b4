/** Damage in a closed segment shows when it is read: the person has to hear of it, and the next opening to look at everything. */
import { beforeEach, expect, it, vi } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { fileIn, FOLDER, SEGMENT } from '../../../support/workspace-files.ts'

let files: MemoryFileSystem
const open = (readOnly = false) => openWorkspace(FOLDER, testEnvironment(files, 3_000), { readOnly })
const note = (number: number) => newNote(number, `Note ${number}`, `body ${number}`)
const put = (workspace: Workspace, number: number) => workspace.transact(anna, async (transaction) => transaction.put(note(number), 0))
const damage = (text: string, other: string) =>
  files.put(fileIn(SEGMENT), Buffer.from(files.bytesOf(fileIn(SEGMENT))!.toString('latin1').replace(text, other), 'latin1'))

beforeEach(async () => {
  files = new MemoryFileSystem()
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, testEnvironment(files, 3_000))
  for (let number = 1; number <= 6; number += 1) await put(workspace, number)
  await workspace.close()
})

it('is told when a record is read, once for each, and the next opening names it', async () => {
  damage('"body":"body 2"', '"body":"bodi 2"')
  const workspace = await open()
  const heard: string[] = []
  workspace.onNotice(() => heard.push(workspace.notices.map(({ message }) => message).join('')))
  expect(workspace.notices).toEqual([])
  for (let times = 0; times < 2; times += 1) await expect(workspace.read(idOf(2))).rejects.toMatchObject({ code: 'DAMAGED' })
  expect(await workspace.body(idOf(1))).toBe('body 1')
  expect(workspace.notices).toMatchObject([{ code: 'damaged', message: expect.stringContaining('“Note 2”') }])
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain('“Note 2”')
  // whatever is saved besides
  await put(workspace, 7)
  await workspace.close()

  await expect(open()).rejects.toMatchObject({ code: 'DAMAGED', details: { touched: [{ id: idOf(2), title: 'Note 2' }] } })
  const reading = await open(true)
  expect([...reading.heads()]).toHaveLength(6)
  await reading.close()
  damage('"body":"bodi 2"', '"body":"body 2"')
  for (const isExamined of [true, false]) {
    const from = files.operations.length
    const sound = await open()
    expect(sound.notices).toEqual([])
    expect(files.operations.slice(from).some((operation) => operation === `read ${fileIn(SEGMENT)}`)).toBe(isExamined)
    await sound.close()
  }
})

it('is told when the program stops before it is closed', async () => {
  damage('"body":"body 2"', '"body":"bodi 2"')
  const workspace = await open()
  await expect(workspace.read(idOf(2))).rejects.toMatchObject({ code: 'DAMAGED' })
  await vi.waitFor(async () => expect(await files.stat(fileIn('derived/unsound'))).toBeDefined())
  files = files.afterProcessExit()
  await expect(open()).rejects.toMatchObject({ code: 'DAMAGED' })
})

it('is told when tidying up meets it', async () => {
  let workspace = await open()
  await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 1))
  await workspace.close()
  damage('"body":"body 2"', '"body":"bodi 2"')
  workspace = await open()
  await expect(workspace.compact()).rejects.toMatchObject({ code: 'DAMAGED', message: expect.stringContaining('nothing was changed') })
  expect(workspace.notices).toMatchObject([{ code: 'damaged' }])
  expect(workspace.readOnly).toBeNull()
  await workspace.close()
  await expect(open()).rejects.toMatchObject({ code: 'DAMAGED' })
})
