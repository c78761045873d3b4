/** What docs/format.md says is enough to read a workspace. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { anna, bolat, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import type { Disk } from '../../../support/workspace-disk.ts'
import { temporaryDisk, testEnvironment } from '../../../support/workspace-disk.ts'
import { readWorkspace } from '../../../support/workspace-reader.ts'

let disk: Disk
let folder: string
let workspace: Workspace
beforeEach(async () => {
  disk = await temporaryDisk()
  folder = join(disk.folder, 'Secretariat')
  workspace = await createWorkspace(folder, { name: 'Secretariat', sample: false }, testEnvironment(disk.files, 4_000))
})
afterEach(() => disk.remove())

/** The application's own view. */
async function seen(): Promise<[string, string][]> {
  const all = await Promise.all([...workspace.heads()].map(({ id }) => workspace.read(id)))
  return all.map((record): [string, string] => [record?.id ?? '', JSON.stringify(record)]).toSorted()
}

it('a reader written from the document gives the same records', async () => {
  for (let number = 1; number <= 20; number += 1)
    await workspace.transact(number % 2 ? anna : bolat, async (transaction) =>
      transaction.put(newNote(number, undefined, `Text ${number}\n\u2028“x” ё`), 0),
    )
  await workspace.transact(
    anna,
    async (transaction) => {
      transaction.put(newRecord(3, { kind: 'note', title: 'Changed', tags: ['ethics'] }), 1)
      transaction.put(newRecord(21, { kind: 'country', title: 'Қазақстан', code: 'KAZ' }), 0)
      transaction.erase(idOf(4), 1)
    },
    { kind: 'command' },
  )
  const check = async () => {
    const { revision, records } = readWorkspace(folder)
    expect([...records].toSorted()).toEqual(await seen())
    expect([revision, records.size]).toEqual([21, 20])
  }
  await check()
  await workspace.compact()
  await check()
  await workspace.close()
  await check()
})

it('it leaves out a transaction that is not whole, and notices a changed byte', async () => {
  for (let number = 1; number <= 10; number += 1) await workspace.transact(anna, async (transaction) => transaction.put(newNote(number), 0))
  const whole = await seen()
  await workspace.close()
  const { active, segments } = JSON.parse(readFileSync(join(folder, 'workspace.json'), 'utf8')) as {
    active: string
    segments: { name: string }[]
  }
  const path = join(folder, 'segments', active)
  appendFileSync(path, readFileSync(path).subarray(0, 200))
  expect([...readWorkspace(folder).records].toSorted()).toEqual(whole)
  const sealed = join(folder, 'segments', segments[0]?.name ?? '')
  const bytes = readFileSync(sealed)
  bytes.write('Mote', bytes.indexOf('"title":"Note 1"') + 9)
  writeFileSync(sealed, bytes)
  expect(() => readWorkspace(folder)).toThrow('damaged')
})
