import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../../src/main/export/index.ts'
import { AttachmentStore } from '../../../../../src/main/workspace/attachments/attachment-store.ts'
import { exportLanguages, exportLayouts, linkStyles, type ExportOptions } from '../../../../../src/shared/model/export-options.ts'
import type { Attachment } from '../../../../../src/shared/model/attachment.ts'
import { workspaceRecords } from '../../../../support/arbitrary-records.ts'
import { anna } from '../../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../../support/workspace-disk.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'

/** More on demand: EXPORT_RUNS=5000. */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 12)

let folder: string
let store: AttachmentStore
let attachments: Attachment[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-options-'))
  await mkdir(join(folder, 'workspace'))
  store = new AttachmentStore(join(folder, 'workspace'))
  attachments = await Promise.all(
    ['Plan.png', 'plan.png', 'CON.txt', 'Note.md', 'a b (1).pdf'].map(async (name, index) => {
      const content = Buffer.from(`content ${index % 3}`)
      const incoming = await store.receive(content.length)
      await incoming.write(content)
      return { name, ...(await incoming.finish()), addedAt: '2023-05-17T14:02:00.000Z' }
    }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const options: fc.Arbitrary<ExportOptions> = fc.record({
  layout: fc.constantFrom(...exportLayouts),
  links: fc.constantFrom(...linkStyles),
  frontMatter: fc.constantFrom('obsidian', 'obsidian', 'none'),
  attachments: fc.boolean(),
  language: fc.constantFrom(...exportLanguages),
  upTo: fc.constant('strictly confidential'),
  report: fc.boolean(),
})

it(
  'nothing is lost, whatever the options',
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(workspaceRecords, options, fc.infiniteStream(fc.nat(30)), async (records, chosen, picks) => {
        const disk = await memoryDisk()
        const workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
        await workspace.transact(anna, async (transaction) => {
          for (const record of records) {
            const own = attachments.filter((_, index) => index !== 1 && (picks.next().value ?? 0) % 4 === 0)
            const embeds = own.map(({ name }) => `![[${name}]]`).join(' ')
            transaction.put({ ...record, attachments: own, body: `${embeds}\n\n${record.body}` }, 0)
          }
        })
        const target = join(folder, String(run++))
        const report = await exportMarkdown(workspace, target, { options: chosen, attachments: store, prove: true })
        expect(report.proof).toMatchObject({ losses: [], moreLosses: 0, records: records.length, foreign: [] })
        if (chosen.report) expect(await readFile(join(target, 'EXPORT.md'), 'utf8')).toContain(report.proof?.digest)
        await workspace.close()
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  RUNS * 600,
)
