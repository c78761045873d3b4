/** A record that thousands link to, or a register of thousands of decisions, must not keep the other windows waiting. */
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Reply } from '../../../../src/shared/transport.ts'
import { createTestApp, START, type TestApp } from '../../../support/app.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'

const apps: TestApp[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose()
})

/** A workspace in which 60 notes link to "Hub", each with 30 decisions. */
async function hubApp(): Promise<TestApp> {
  const first = await createTestApp()
  const folder = join(first.home, 'Hub')
  const environment = { clock: () => START, newId: () => idOf(9_999), owner: { person: '', device: '', host: '' } }
  const workspace = await createWorkspace(folder, { name: 'Hub', sample: false }, environment)
  const decisions = Array.from({ length: 30 }, (_, at) => `\n\n> [!decision] SC/2023/${at + 1} Budget\n> Yes.`).join('')
  await workspace.transact(anna, async (transaction) => {
    transaction.put(newNote(1, 'Hub'), 0)
    for (let number = 2; number <= 61; number += 1) transaction.put(newNote(number, `Note ${number}`, `See [[Hub]].${decisions}`), 0)
  })
  await workspace.close()
  await first.close()
  const app = await createTestApp({ folder: first.folder, workspaceDir: folder, firstId: 10_000 })
  apps.push(app)
  return app
}

/** How often the event loop came round before the answer. */
async function turnsDuring(work: () => Promise<Reply>): Promise<{ reply: Reply; turns: number }> {
  let turns = 0
  let waiting = true
  const turn = () => {
    turns += 1
    if (waiting) setImmediate(turn)
  }
  setImmediate(turn)
  const reply = await work()
  waiting = false
  return { reply, turns }
}

test('backlinks of many texts let other windows be served meanwhile', async () => {
  const app = await hubApp()
  const { reply, turns } = await turnsDuring(() => app.client('window').call('links.backlinks', { id: idOf(1), count: 100 }))
  expect(reply).toMatchObject({ ok: true, value: { total: 60 } })
  expect(turns).toBeGreaterThan(1)
})

test('the register of decisions lets other windows be served by decisions, not by texts', async () => {
  const app = await hubApp()
  const list = (recordId: string | null) => () => app.client('window').call('decisions.list', { recordId, status: 'clash', count: 1 })
  await list(null)()
  const one = await turnsDuring(list(idOf(2)))
  const all = await turnsDuring(list(null))
  expect(one.reply).toMatchObject({ ok: true, value: { total: 30 } })
  expect(all.reply).toMatchObject({ ok: true, value: { total: 1_800 } })
  expect(all.turns - one.turns).toBeGreaterThan(2)
})
