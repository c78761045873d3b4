import { expect, it } from 'vitest'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { seededChooser } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { fileIn, FOLDER, savedTwice, SEGMENT } from '../../../support/workspace-files.ts'

it('is cut off when the power went while many records were written, whatever part of them reached the disk', async () => {
  let torn = 0
  for (let at = 1; at <= 6; at += 1) {
    const files = await savedTwice()
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    files.inject({ at, error: 'powerLoss', forGood: true })
    await workspace
      .transact(anna, async (transaction) => {
        for (let number = 10; number < 30; number += 1) transaction.put(newNote(number, `Note ${number}`, 'y'.repeat(3_000)), 0)
      })
      .catch(() => undefined)
    for (let seed = 0; seed < 40; seed += 1) {
      const left = files.afterPowerLoss(seededChooser(seed), { holes: true })
      const again = await openWorkspace(FOLDER, testEnvironment(left))
      expect([2, 22]).toContain([...again.heads()].length)
      if (again.notices.some(({ code }) => code === 'tornTail')) torn += 1
      await again.close()
    }
  }
  expect(torn).toBeGreaterThan(10)
})

it('is cut off when the page with its beginning was lost and the next one was not', async () => {
  let cut = 0
  for (let padding = 0; padding < 4096; padding += 200) {
    const files = await savedTwice()
    const mark = files.bytesOf(fileIn('segments/acknowledged'))!
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(9, 'Before', 'p'.repeat(padding)), 0))
    const from = files.bytesOf(fileIn(SEGMENT))!.length
    // with the first write; then the page in which the transaction begins is lost
    files.inject({ at: 1, error: 'powerLoss', forGood: true, only: ['append', 'appendSynced', 'truncate'] })
    const two = workspace.transact(anna, async (transaction) => {
      for (const number of [10, 11]) transaction.put(newNote(number, `Note ${number}`, 'y'.repeat(700)), 0)
    })
    await two.catch(() => undefined)
    files.inject(null)
    const left = files.afterProcessExit()
    const all = Buffer.from(left.bytesOf(fileIn(SEGMENT))!)
    const page = Math.min(all.length, (Math.floor(from / 4096) + 1) * 4096)
    left.put(fileIn(SEGMENT), all.fill(0, from, page))
    left.put(fileIn('segments/acknowledged'), mark)
    const again = await openWorkspace(FOLDER, testEnvironment(left))
    expect([...again.heads()]).toHaveLength(3)
    if (again.notices.some(({ code }) => code === 'tornTail')) cut += 1
    await again.close()
  }
  expect(cut).toBeGreaterThan(10)
})

it('is kept aside for certain before it is cut off', async () => {
  const files = await savedTwice()
  const size = files.bytesOf(fileIn(SEGMENT))!.length
  await files.syncFolder(FOLDER)
  files.put(fileIn(SEGMENT), Buffer.concat([files.bytesOf(fileIn(SEGMENT))!, Buffer.from('{"frame":"P. half a line')]))
  await (await openWorkspace(FOLDER, testEnvironment(files))).close()
  for (let seed = 0; seed < 30; seed += 1) {
    const left = files.afterPowerLoss(seededChooser(seed))
    if (left.bytesOf(fileIn(SEGMENT))!.length > size) continue
    const copies = (await left.stat(fileIn('set-aside'))) ? await left.list(fileIn('set-aside')) : []
    expect(copies).toHaveLength(1)
    expect(left.bytesOf(fileIn(`set-aside/${copies[0]}`))?.toString()).toBe('{"frame":"P. half a line')
  }
})

it('says of damage behind what is known to be saved that it may be the last save', async () => {
  const files = await savedTwice()
  const mark = files.bytesOf(fileIn('segments/acknowledged'))!
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  const size = files.bytesOf(fileIn(SEGMENT))!.length
  await Promise.all(
    [3, 4, 5].map((number) =>
      workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, 'y'.repeat(3_000)), 0)),
    ),
  )
  const left = files.afterProcessExit()
  left.put(fileIn('segments/acknowledged'), mark)
  left.put(fileIn(SEGMENT), left.bytesOf(fileIn(SEGMENT))!.fill(0, size, size + 512))
  await expect(openWorkspace(FOLDER, testEnvironment(left))).rejects.toMatchObject({
    code: 'DAMAGED',
    details: { reason: expect.stringContaining('perhaps not confirmed'), touched: expect.anything() },
  })
  left.put(fileIn(SEGMENT), files.bytesOf(fileIn(SEGMENT))!.fill(0, 500, 600))
  await expect(openWorkspace(FOLDER, testEnvironment(left))).rejects.toMatchObject({
    details: { reason: expect.not.stringContaining('perhaps not confirmed') },
  })
  expect(workspace.head(idOf(5))?.rev).toBe(1)
})
