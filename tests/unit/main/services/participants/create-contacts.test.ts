import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Caller } from '../../../../contract/app/connection.ts'
import { createTestApp } from '../../../../support/app.ts'
import { idOf } from '../../../../support/new-record.ts'

test('many contacts are made with turns between them for other work', async () => {
  let ids = 0
  let sinceTurn = 0
  let most = 0
  const app = await createTestApp({
    newId: () => {
      most = Math.max(most, (sinceTurn += 1))
      return idOf((ids += 1))
    },
  })
  const caller = new Caller(app.client('one'))
  const folder = join(app.folder, 'workspace')
  await mkdir(folder)
  app.desktop.folderChoices.push(folder)
  const chosen = await caller.call('folders.choose', { purpose: 'create' })
  await caller.call('workspace.create', { folder: chosen?.handle ?? '', name: 'Paste', sample: false })
  const contact = (at: number) => ({ title: `Person ${at}`, family: '', given: '', post: '', country: '', organisation: '' })

  let isOver = false
  const takeTurns = () =>
    void setImmediate(() => {
      sinceTurn = 0
      if (!isOver) takeTurns()
    })
  sinceTurn = most = 0
  takeTurns()
  const { created } = await caller.call('participants.createContacts', { contacts: Array.from({ length: 120 }, (_, at) => contact(at)) })
  isOver = true
  expect(created).toBe(120)
  expect(most).toBeLessThan(40)
  await app.dispose()
})
