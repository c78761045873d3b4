/** Files of an export up to a level that come back. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { importMarkdown } from '../../../../src/main/import/index.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { classifications } from '../../../../src/shared/model/common.ts'
import { exportPresets } from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, idOf, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

const secret = newRecord(1, { kind: 'note', title: 'Zanzibar plan', classification: 'confidential' })
const told = newRecord(2, { kind: 'note', title: 'Talks: first/second', body: 'We met. [[Zanzibar plan]] was discussed. We left.' })
const aide = newRecord(3, { kind: 'contact', contactType: 'person', title: 'Mr Zanzibar plan aide' })
const linked = newRecord(4, { kind: 'study', title: 'Survey', authors: ['Mr Zanzibar plan aide'] })
const open = newRecord(5, { kind: 'note', title: 'Open', body: 'After [[Talks: first/second]].', extra: { withheld: 'by us' } })

let folder: string
const workspaces: Workspace[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-withheld-files-'))
})
afterEach(async () => {
  await Promise.all(workspaces.splice(0).map((workspace) => workspace.close()))
  await rm(folder, { recursive: true, force: true })
})

async function workspaceOf(...records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  workspaces.push(workspace)
  await workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })
  return workspace
}
const recordsOf = (workspace: Workspace) => Promise.all([...workspace.heads()].map(({ id }) => workspace.read(id)))
const exported = (workspace: Workspace, target: string, upTo: AnyRecord['classification']) =>
  exportMarkdown(workspace, target, { options: { ...exportPresets.obsidian, upTo }, prove: true })

it('take nothing from the records that are there, up to each level', async () => {
  const workspace = await workspaceOf(secret, told, aide, linked, open)
  const before = await recordsOf(workspace)
  for (const upTo of classifications) {
    const target = join(folder, upTo)
    expect((await exported(workspace, target, upTo)).proof?.losses).toEqual([])
    const report = await importMarkdown(workspace, anna, target)
    expect(report).toMatchObject({ created: 0, updated: 0, remarks: [] })
    expect(await recordsOf(workspace)).toEqual(before)
  }
})

it('are left out and say why, beside another that was edited and keeps its links', async () => {
  const workspace = await workspaceOf(secret, told, aide, linked, open)
  const target = join(folder, 'internal')
  await exported(workspace, target, 'internal')
  const edited = join(target, 'Notes', 'Open.md')
  await writeFile(edited, `${await readFile(edited, 'utf8')}\nMore.\n`)
  const report = await importMarkdown(workspace, anna, target)
  const reason = 'a part of its record is withheld in it, so it does not take the place of the record'
  expect(report).toMatchObject({ updated: 1, remarks: [] })
  expect(report.refused.map((one) => one.reason)).toEqual([reason, reason, reason])
  expect(await workspace.read(idOf(5))).toMatchObject({ body: `${open.body}\nMore.\n`, extra: { withheld: 'by us' } })
})

it('come with a remark where their record is not, once', async () => {
  const target = join(folder, 'internal')
  await exported(await workspaceOf(secret, told, aide, linked, open), target, 'internal')
  const elsewhere = await workspaceOf()
  const report = await importMarkdown(elsewhere, anna, target)
  expect(report).toMatchObject({ created: 4, refused: [] })
  expect(report.remarks.map(({ remark }) => remark)).toEqual(
    [1, 2, 3].map(() => 'A part of the record was withheld when this file was exported; it comes without it.'),
  )
  expect((await elsewhere.read(idOf(2)))?.extra).toEqual({ withheld: true })
  expect((await elsewhere.read(idOf(5)))?.extra).toEqual({ withheld: 'by us' })
  expect(await importMarkdown(elsewhere, anna, target)).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
})
