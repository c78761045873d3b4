/** Salvage after a mix-up of files: segments that lie in one another's place. */
import { expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../../../src/main/workspace/index.ts'
import { salvageWorkspace } from '../../../../../src/main/workspace/recovery/salvage.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'
import { FOLDER, fileIn, forgetEnd } from '../../../../support/workspace-files.ts'

const RECORDS = 30

async function mixedUp(copies: readonly (readonly [to: number, from: number])[]) {
  const files = new MemoryFileSystem()
  const environment = testEnvironment(files, 4_000)
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, environment)
  for (let number = 1; number <= RECORDS; number += 1)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, 'x'.repeat(number)), 0))
  await workspace.close()
  const names = (await files.list(fileIn('segments'))).filter((name) => name.endsWith('.jsonl')).toSorted()
  const paths = names.map((name) => fileIn(`segments/${name}`))
  const bytes = paths.map((path) => files.bytesOf(path)!)
  for (const [to, from] of copies) files.put(paths.at(to)!, bytes.at(from)!)
  return { files, environment }
}

it.each([
  ['two changed places', [[0, 1], [1, 0]], true], // prettier-ignore
  ['three changed places', [[0, 1], [1, 2], [2, 0]], true], // prettier-ignore
  ['an end changed places with the beginning', [[0, -1], [-1, 0]], true], // prettier-ignore
  ['a later one lies over an earlier one', [[0, 1]], false],
  ['an earlier one lies over a later one', [[1, 0]], false],
  ['a sealed one lies over the active one', [[-1, 0]], false],
] as const)('when %s, leaves what it says it leaves', async (_, copies, isAllThere) => {
  for (const isForgotten of [false, true]) {
    const { files, environment } = await mixedUp(copies)
    if (isForgotten) forgetEnd(files)
    const report = await salvageWorkspace(FOLDER, environment)
    expect(report.changed).toBe(true)
    const workspace = await openWorkspace(FOLDER, environment)
    const heads = [...workspace.heads()]
    for (const { id, title } of heads) expect((await workspace.read(id))?.title).toBe(title)
    expect(report.records).toBe(heads.length)
    if (isAllThere) expect([heads.length, report.lost, report.unnamed]).toEqual([RECORDS, [], 0])
    else if (isForgotten) expect(report.unnamed).toBe(1)
    else expect(heads.length + report.lost.length).toBe(RECORDS)
    await workspace.close()
  }
})
