import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { collisionKey } from '../../../../src/main/export/file-names.ts'
import { propertiesOf } from '../../../../src/main/export/properties.ts'
import { MANIFEST } from '../../../../src/main/export/manifest.ts'
import { readFrontMatter, splitFile } from '../../../../src/main/import/front-matter.ts'
import { importMarkdown } from '../../../../src/main/import/index.ts'
import { LinkNames } from '../../../../src/main/services/link-names.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import type { Kind } from '../../../../src/shared/model/common.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { workspaceRecords } from '../../../support/arbitrary-records.ts'
import { anna, bolat } from '../../../support/new-record.ts'
import { standingOf } from '../../../../src/main/services/meetings/adopted-hash.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

/** More on demand: EXPORT_RUNS=5000. */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 200)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-export-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function workspaceOf(records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })
  return workspace
}

/** What the store does not set itself. */
async function contents(workspace: Workspace): Promise<Map<string, object>> {
  const all = new Map<string, object>()
  for (const { id } of workspace.heads()) {
    const {
      rev: _rev,
      createdAt: _at,
      createdBy: _by,
      updatedAt: _on,
      updatedBy: _of,
      ...content
    } = (await workspace.read(id)) ?? expect.fail()
    all.set(id, content)
  }
  return all
}

async function filesIn(target: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      files.set(join(entry.parentPath, entry.name).slice(target.length + 1), await readFile(join(entry.parentPath, entry.name), 'utf8'))
  }
  return files
}

it(
  'gives back every workspace as it was',
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(workspaceRecords, async (records) => {
        const target = join(folder, String(run++))
        const original = await workspaceOf(records)
        const copy = await workspaceOf([])
        const report = await exportMarkdown(original, target)
        expect(report).toMatchObject({ files: records.length, unchanged: 0, removed: 0, kept: [] })
        const imported = await importMarkdown(copy, bolat, target)
        expect(imported).toMatchObject({ created: records.length, refused: [] })
        // these hashes are invented
        const others = records.filter((record) => record.kind === 'meeting' && record.stage === 'adopted' && standingOf(record) === 'other')
        expect(imported.remarks).toHaveLength(others.length)
        expect(await contents(copy)).toEqual(await contents(original))

        const files = await filesIn(target)
        files.delete(MANIFEST)
        const stems = [...files.keys()].map((path) => path.replace(/^.*\//, '').replace(/\.md$/, ''))
        expect(new Set(stems.map(collisionKey)).size).toBe(records.length)
        for (const stem of stems) {
          expect(Buffer.byteLength(`${stem}.md`)).toBeLessThanOrEqual(120)
          expect(stem).toBe(stem.normalize('NFC'))
          expect(stem).not.toMatch(/[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]|^[ .]|[ .]$/u)
          expect(stem).not.toMatch(/^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i)
        }
        const names = new LinkNames()
        for (const head of original.heads()) names.add(head)
        for (const text of files.values()) {
          const { front = '', rest } = splitFile(text)
          expect(Object.fromEntries(readFrontMatter(front))).toEqual(parse(front))
          for (const { target: name } of findLinks(rest)) if (names.resolve(name) !== undefined) expect(stems).toContain(name)
          const properties = readFrontMatter(front)
          const links = propertiesOf[properties.get('kind') as Kind].filter(({ type }) => type === 'link' || type === 'links')
          for (const value of links.flatMap(({ key }) => properties.get(key) ?? [])) {
            const name = /^\[\[([^[\]|]*)/.exec(String(value))?.[1]
            if (name !== undefined) expect(stems).toContain(name)
          }
        }
        expect(await exportMarkdown(original, target)).toMatchObject({ unchanged: records.length, removed: 0, kept: [] })
        await original.close()
        await copy.close()
      }),
      { numRuns: RUNS },
    )
  },
  RUNS * 600,
)
