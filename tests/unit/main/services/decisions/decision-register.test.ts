import { afterEach, beforeEach, expect, test } from 'vitest'
import { DecisionRegister } from '../../../../../src/main/services/decisions/decision-register.ts'
import { RecordIndex } from '../../../../../src/main/services/record-index.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { anna, idOf, newRecord } from '../../../../support/new-record.ts'
import { memoryDisk, testEnvironment, type Disk } from '../../../../support/workspace-disk.ts'

const MEETINGS = 30
const EACH = 60

let disk: Disk
let workspace: Workspace
let index: RecordIndex
let register: DecisionRegister

const meeting = (number: number, decisions: number) =>
  newRecord(number, {
    kind: 'meeting',
    title: `Session ${number}`,
    body: Array.from({ length: decisions }, (_, at) => `> [!decision] SC/${number}/${at + 1} Budget\n> Yes.\n`).join('\n'),
  })

beforeEach(async () => {
  disk = await memoryDisk()
  workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await workspace.transact(anna, async (transaction) => {
    for (let number = 1; number <= MEETINGS; number += 1) transaction.put(meeting(number, EACH), 0)
  })
  index = await RecordIndex.of(workspace)
  register = new DecisionRegister(index)
  workspace.onCommit((commit) => register.apply(index.apply(commit)))
})
afterEach(async () => {
  await workspace.close()
  await disk.remove()
})

/** How many turns of the event loop others had before the answer. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let waiting = true
  const turn = () => {
    turns += 1
    if (waiting) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  waiting = false
  return turns
}

test('the first answer is not worked out in one go, and the next ones at once', async () => {
  expect(await turnsDuring(() => register.current())).toBeGreaterThan(2)
  expect(await turnsDuring(() => register.current())).toBe(0)
  expect((await register.current()).highest('SC/7/')).toBe(EACH)
})

test('a commit of many texts is not taken in in one go either', async () => {
  await register.current()
  await workspace.transact(anna, async (transaction) => {
    for (let number = 101; number <= 100 + MEETINGS; number += 1) transaction.put(meeting(number, EACH), 0)
  })
  expect(await turnsDuring(() => register.current())).toBeGreaterThan(2)
})

test('two who ask at once are answered with what was committed while it was worked out', async () => {
  const asked = [register.current(), register.current()]
  const revised = { ...meeting(1, EACH), body: '> [!decision] SC/2/1 Seat\n> No.\n' }
  await workspace.transact(anna, async (transaction) => transaction.put(revised, 1))
  const [one, other] = await Promise.all(asked)
  const rows = [workspace.rowOf(idOf(1)), workspace.rowOf(idOf(2))]
  expect(other).toBe(one)
  const now = await register.current()
  expect([...now.clashes()].map(({ key, rows: at }) => [key, at.toSorted()])).toEqual([['sc/2/1', rows]])
  expect(now.highest('SC/1/')).toBe(0)
})
