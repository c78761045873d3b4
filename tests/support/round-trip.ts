/** Random workspaces go out as markdown and come in again, and are compared; for the suite and for the full programme. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { collisionKey } from '../../src/main/export/file-names.ts'
import { exportMarkdown } from '../../src/main/export/index.ts'
import { placeOf } from '../../src/main/export/link-paths.ts'
import { MANIFEST } from '../../src/main/export/manifest.ts'
import { ATTACHMENTS_KEY, ORIGINAL_LINKS, propertiesOf } from '../../src/main/export/properties.ts'
import { readFrontMatter, splitFile } from '../../src/main/import/front-matter.ts'
import { importMarkdown } from '../../src/main/import/index.ts'
import { LinkNames } from '../../src/main/services/link-names.ts'
import { standingOf } from '../../src/main/services/meetings/adopted-hash.ts'
import { AttachmentStore } from '../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { readInlineLinks } from '../../src/shared/markdown/inline-links.ts'
import { findLinks, placedLinks } from '../../src/shared/markdown/links.ts'
import type { Kind } from '../../src/shared/model/common.ts'
import { exportLanguages, exportLayouts, exportPresets, linkStyles } from '../../src/shared/model/export-options.ts'
import type { ExportOptions } from '../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { workspaceWith, type FileContent } from './arbitrary-records.ts'
import { anna, bolat } from './new-record.ts'
import { memoryDisk, testEnvironment } from './workspace-disk.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const CONTENTS = [Buffer.from('first'), Buffer.from('second\n'), PNG, Buffer.alloc(0)]

/** Every layout, style of links and language, in an order that takes each value of each as often. */
export const losslessOptions: readonly ExportOptions[] = exportLayouts.flatMap((layout) =>
  linkStyles.flatMap((links) => exportLanguages.map((language) => ({ ...exportPresets.obsidian, layout, links, language }))),
)

export class RoundTrips {
  /** Runs by layout, links and language. */
  readonly counts: Record<string, number> = {}
  private readonly folder: string
  private readonly out: AttachmentStore
  private readonly back: AttachmentStore
  private contents: readonly FileContent[] = []
  private run = 0

  /** @param folder an empty one, on a disk */
  constructor(folder: string) {
    this.folder = folder
    this.out = new AttachmentStore(join(folder, 'out'))
    this.back = new AttachmentStore(join(folder, 'back'))
  }

  async begin(): Promise<void> {
    await mkdir(join(this.folder, 'out'))
    await mkdir(join(this.folder, 'back'))
    const contents: FileContent[] = []
    for (const content of CONTENTS) {
      const incoming = await this.out.receive(content.length)
      await incoming.write(content)
      contents.push(await incoming.finish())
    }
    this.contents = contents
  }

  /** Holds when every workspace comes back as it was, each with the next of {@link losslessOptions}. */
  property() {
    return fc.asyncProperty(workspaceWith(this.contents), fc.constantFrom(...losslessOptions), (records, options) =>
      this.comesBack(records, options),
    )
  }

  private async comesBack(records: readonly AnyRecord[], options: ExportOptions): Promise<void> {
    const row = `${options.layout} ${options.links} ${options.language}`
    this.counts[row] = (this.counts[row] ?? 0) + 1
    const target = join(this.folder, String(this.run++))
    const original = await workspaceOf(records)
    const copy = await workspaceOf([])
    const files = new Set(records.flatMap(({ attachments }) => attachments.map(({ sha256, name }) => `${sha256} ${name}`))).size
    const report = await exportMarkdown(original, target, { options, attachments: this.out })
    expect(report).toMatchObject({ unchanged: 0, removed: 0, kept: [], damaged: [], drops: [] })
    expect(report.files).toBeLessThanOrEqual(records.length + files)

    const imported = await importMarkdown(copy, bolat, target, { attachments: this.back })
    expect(imported).toMatchObject({ created: records.length, refused: [], ignored: 0 })
    // these hashes are invented
    const others = records.filter((record) => record.kind === 'meeting' && record.stage === 'adopted' && standingOf(record) === 'other')
    expect(imported.remarks).toHaveLength(others.length)
    expect(await contentsOf(copy)).toEqual(await contentsOf(original))

    await checkFiles(target, records, original)
    expect(await exportMarkdown(original, target, { options, attachments: this.out })).toMatchObject({
      unchanged: report.files,
      removed: 0,
      kept: [],
    })
    expect(await importMarkdown(copy, bolat, target, { attachments: this.back })).toMatchObject({ created: 0, unchanged: records.length })
    await original.close()
    await copy.close()
    await rm(target, { recursive: true })
  }
}

async function workspaceOf(records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })
  return workspace
}

/** What the store does not set itself. */
async function contentsOf(workspace: Workspace): Promise<Map<string, object>> {
  const all = new Map<string, object>()
  for (const { id } of workspace.heads()) {
    const record = (await workspace.read(id)) ?? expect.fail()
    const { rev: _rev, createdAt: _at, createdBy: _by, updatedAt: _on, updatedBy: _of, ...content } = record
    all.set(id, content)
  }
  return all
}

/** Names that every system bears, front matter as another reader reads it, and every link to a record leads to its file. */
async function checkFiles(target: string, records: readonly AnyRecord[], original: Workspace): Promise<void> {
  const files = await filesIn(target)
  files.delete(MANIFEST)
  const notes = [...files].filter(([path]) => !path.startsWith('attachments/'))
  const stems = notes.map(([path]) => posix.basename(path, '.md'))
  expect(new Set([...files.keys()].map(collisionKey)).size).toBe(files.size)
  expect(new Set(stems.map(collisionKey)).size).toBe(records.length)
  for (const path of files.keys()) {
    const name = posix.basename(path)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
    expect(name).toBe(name.normalize('NFC'))
    expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]|^[ .]|[ .]$/u)
    expect(name).not.toMatch(/^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i)
  }
  const names = new LinkNames()
  for (const head of original.heads()) names.add(head)
  for (const [path, text] of notes) {
    const { front = '', rest } = splitFile(text)
    const properties = readFrontMatter(front)
    expect(Object.fromEntries(properties)).toEqual(parse(front))
    const links = propertiesOf[properties.get('kind') as Kind].filter(({ type }) => type === 'link' || type === 'links')
    for (const value of links.flatMap(({ key }) => properties.get(key) ?? [])) {
      const name = /^\[\[([^[\]|]*)/.exec(String(value))?.[1]
      if (name !== undefined) expect(stems).toContain(name)
    }
    const kept = [properties.get(ORIGINAL_LINKS) ?? []].flat().map(String)
    // the links stand as in Rapporteur where nothing else could be read back
    if (kept.includes('0')) continue
    const hasFiles = properties.has(ATTACHMENTS_KEY)
    for (const link of findLinks(rest)) {
      if (hasFiles && link.embed) continue
      if (names.resolve(link.target) !== undefined) expect(stems).toContain(link.target)
    }
    for (const { source, title, nested, reference, destination, image } of readInlineLinks(rest, placedLinks(rest)).links) {
      const isOwn = title !== '' || nested || reference || kept.some((entry) => entry.endsWith(` ${image ? '!' : ''}[](${source})`))
      const lead = placeOf(path, destination)?.path ?? ''
      if (!isOwn && lead.endsWith('.md')) expect([...files.keys()]).toContain(lead)
    }
  }
}

async function filesIn(target: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(path.slice(target.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'))
  }
  return files
}
