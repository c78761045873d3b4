import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeNewFile } from '../../../../src/main/export/export-disk.ts'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { AttachmentStore } from '../../../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { Classification } from '../../../../src/shared/model/common.ts'
import type { Attachment } from '../../../../src/shared/model/attachment.ts'
import {
  exportLanguages,
  exportLayouts,
  exportPresets,
  frontMatterStyles,
  linkStyles,
} from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { safeName } from '../../../../src/shared/text/safe-file-name.ts'
import { MemoryExportDisk } from '../../../support/memory-export-disk.ts'
import { anna, newRecord } from '../../../support/new-record.ts'
import { OWN_MARKERS, spokenCountry } from '../../../support/country-mentions.ts'
import { MARKERS, SECRETS, spokenOf } from '../../../support/secret-mentions.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

/** More on demand: WITHHELD_RUNS=5000. */
const RUNS = Number(process.env['WITHHELD_RUNS'] ?? 25)

let folder: string
let store: AttachmentStore
const files = new Map<string, Attachment>()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-withheld-'))
  await mkdir(join(folder, 'store'))
  store = new AttachmentStore(join(folder, 'store'))
  const contents = SECRETS.map(({ file, body }) => [file, `${body} content`])
  for (const [name = '', text = ''] of [...contents, ['On Quenvarel.txt', 'of an allowed one'], ['shared.txt', 'shared']]) {
    const incoming = await store.receive(Buffer.byteLength(text))
    await incoming.write(Buffer.from(text))
    files.set(name, { name, ...(await incoming.finish()), addedAt: '2023-05-17T14:02:00.000Z' })
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function workspaceOf(records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const workspace = await createWorkspace(disk.folder, { name: 'Hub of Quenvarel', sample: false }, testEnvironment(disk.files))
  await workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })
  return workspace
}

/** As a patient reader would take it: decoded, without marks and what nobody sees. */
function laidOpen(text: string): string {
  let open = text
  for (let time = 0; time < 3; time += 1)
    open = open
      .replace(/(?:%[\da-f]{2})+/giu, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'))
      .replace(/\\u([\da-f]{4})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
  const bare = open
    .replace(/[*_~`\\]|\p{Cf}/gu, '')
    .normalize('NFC')
    .toLowerCase()
  return `${bare}\n${bare.replace(/<[^<>]*>/gu, '')}`
}

const options = fc.record({
  layout: fc.constantFrom(...exportLayouts),
  links: fc.constantFrom(...linkStyles),
  frontMatter: fc.constantFrom(...frontMatterStyles),
  attachments: fc.boolean(),
  language: fc.constantFrom(...exportLanguages),
  report: fc.boolean(),
})
const idIn = (text: string) => /^id: "?([\da-f-]{36})"?$/mu.exec(text)?.[1]
const count = (text: string, part: string) => text.split(part).length - 1

it(
  'leaves nothing behind of what is above the level, and everything else there',
  async () => {
    await fc.assert(
      fc.asyncProperty(spokenOf(files), options, fc.boolean(), fc.boolean(), async (spoken, chosen, isOver, isSome) => {
        const { secret } = spoken
        const disk = new MemoryExportDisk()
        // of a selection the names of all others are as secret
        const allowed = spoken.allowed.filter((_, at) => !isSome || at % 2 === 0)
        const ids = new Set([...allowed.map(({ record }) => record.id), ...secret.map(({ id }) => id)])
        const scope = isSome ? { scope: { key: 'records', ids } } : {}
        const treeAt = async (target: string, upTo: Classification, prove: boolean) => {
          if (!(await disk.stat(target))) await disk.createFolder(target)
          const run = { options: { ...chosen, upTo }, attachments: store, prove, files: disk, ...scope }
          const report = await exportMarkdown(workspace, target, run)
          return { report, files: new Map(Object.entries(await disk.tree(target))) }
        }
        const workspace = await workspaceOf([...spoken.allowed.map(({ record }) => record), ...secret])
        const whole = await treeAt('/whole', 'strictly confidential', false)
        const { report, files: told } = await treeAt(isOver ? '/whole' : '/told', 'internal', true)
        expect(report.proof?.losses).toEqual([])
        for (const [path, text] of told) {
          // of words that run through a line of its own, as the title of a file does
          const open = laidOpen(`${path}\n${text}`)
          for (const marker of MARKERS) if (open.includes(marker)) expect.fail(`${marker} in ${path}:\n${text}`)
        }

        const live = secret.filter(({ trashed }) => trashed === null)
        const left = allowed.flatMap(({ record }) => record.attachments).filter(({ name }) => name === 'On Quenvarel.txt')
        expect(report.withheld).toMatchObject({ records: live.length, files: 2 * live.length + left.length })
        expect(report.level).toBe(allowed.some(({ record }) => record.classification === 'internal') ? 'internal' : 'public')
        expect(report.damaged).toEqual([])
        if (chosen.attachments && left.length > 0) expect([...told.keys()]).toContain('attachments/shared.txt')

        const text = [...told]
          .flatMap(([path, content]) => (path.endsWith('.md') && !path.startsWith('EXPORT') ? [content] : []))
          .join('\n')
        for (let at = 0; at < 4; at += 1) {
          const speakers = allowed.filter(({ record }) => record.body.includes(`Before${at}.\n\n`)).length
          expect([count(text, `Before${at}.`), count(text, `After${at}.`)]).toEqual([speakers, speakers])
        }
        if (chosen.frontMatter === 'none') return await workspace.close()

        expect(report.withheld.passages).toBeGreaterThanOrEqual(count(text, '[withheld]'))
        const byId = new Map([...whole.files.values()].map((content) => [idIn(content), content]))
        for (const content of told.values()) {
          const silent = allowed.find(({ record, speaks }) => record.id === idIn(content) && !speaks)
          // links lead to one that got another title, or into the folder of a country that did
          const moved = chosen.layout === 'country' || spoken.allowed.some(({ record }) => record.title.startsWith('On Operation'))
          if (silent && !moved) expect(content).toBe(byId.get(silent.record.id))
        }
        await workspace.close()
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  RUNS * 1_200,
)

it(
  'names a country as everybody does without a word of its record, and one that somebody raised by no name',
  async () => {
    await fc.assert(
      fc.asyncProperty(spokenCountry, options, async ({ country, speaker, names, lines }, chosen) => {
        const workspace = await workspaceOf([country, speaker])
        const disk = new MemoryExportDisk()
        await disk.createFolder('/out')
        const run = { options: { ...chosen, upTo: 'public' as const }, attachments: store, prove: true, files: disk }
        const report = await exportMarkdown(workspace, '/out', run)
        await workspace.close()
        expect(report.proof?.losses).toEqual([])
        expect(report.withheld.records).toBe(country.trashed === null ? 1 : 0)
        const told = Object.entries(await disk.tree('/out'))
        const open = laidOpen(told.flat().join('\n'))
        for (const marker of OWN_MARKERS) expect(open).not.toContain(marker)
        const file = told.find(([path]) => path.endsWith('.md') && !path.startsWith('EXPORT'))
        if (!file) return expect.fail()
        if (country.classification === 'internal') {
          expect(file[0]).toContain(safeName(speaker.title))
          for (const line of lines) expect(file[1]).toContain(line)
          if (chosen.frontMatter === 'obsidian') expect(file[1]).toContain(speaker.countries[0])
        } else for (const name of names) if (name.length > 3) expect(open).not.toContain(name.toLowerCase())
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  RUNS * 1_200,
)

const note = (number: number, title: string, classification: Classification) => newRecord(number, { kind: 'note', title, classification })

it('leaves nothing that somebody changed by hand and that may tell, rather than to take it away', async () => {
  const workspace = await workspaceOf([note(1, 'Secret', 'confidential'), note(2, 'Open', 'internal')])
  const disk = new MemoryExportDisk()
  await disk.createFolder('/out')
  const exported = (upTo: Classification) =>
    exportMarkdown(workspace, '/out', { options: { ...exportPresets.obsidian, upTo }, files: disk })
  const change = async (path: string, text: string) => {
    await disk.remove(path)
    await writeNewFile(disk, path, Buffer.from(text))
  }
  await exported('confidential')
  const before = await disk.tree('/out')
  for (const path of ['Notes/Secret.md', 'Notes/Open.md']) {
    await change(`/out/${path}`, 'by hand')
    await expect(exported('internal')).rejects.toMatchObject({ code: 'NOT_EMPTY' })
    expect(await disk.tree('/out')).toEqual({ ...before, [path]: 'by hand' })
    await change(`/out/${path}`, before[path] ?? '')
  }
  // set aside by an export of the same level, and in no list since
  await change('/out/Notes/Secret.md', 'by hand')
  expect(await exported('confidential')).toMatchObject({ kept: ['Notes/Secret (edited).md'] })
  await expect(exported('internal')).rejects.toMatchObject({ code: 'NOT_EMPTY' })
  expect(await disk.tree('/out')).toEqual({ ...before, 'Notes/Secret (edited).md': 'by hand' })
  await disk.remove('/out/Notes/Secret (edited).md')
  await exported('internal')
  await change('/out/Notes/Open.md', 'by hand')
  expect(await exported('internal')).toMatchObject({ kept: ['Notes/Open (edited).md'] })
  // at the same level it tells of what is secret only now
  await change('/out/Notes/Open (edited).md', 'by hand, of the Plan')
  await workspace.transact(anna, async (transaction) => transaction.put(note(3, 'Plan', 'confidential'), 0))
  await expect(exported('internal')).rejects.toMatchObject({ code: 'NOT_EMPTY' })
  await change('/out/Notes/Open (edited).md', 'by hand, of nothing')
  expect(await exported('internal')).toMatchObject({ level: 'internal' })
  await workspace.close()
})
