import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exportDisk, type ExportDisk } from '../../../../src/main/export/export-disk.ts'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { MANIFEST } from '../../../../src/main/export/manifest.ts'
import { splitFile } from '../../../../src/main/import/front-matter.ts'
import { fillWithSample } from '../../../../src/main/sample/index.ts'
import { systemError } from '../../../../src/main/workspace/file-system.ts'
import { createWorkspace, type WorkspaceEnvironment } from '../../../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../../../src/main/workspace/node-file-system.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { exportReport } from '../../../../src/shared/contract/jobs.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import facts from '../../../../resources/sample/facts.json' with { type: 'json' }
import { anna, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import { withUnreadable } from '../../../support/unreadable-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'

let folder: string
let target: string
let environment: WorkspaceEnvironment
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-export-'))
  target = join(folder, 'Export')
  environment = testEnvironment(nodeFileSystem)
  workspace = await createWorkspace(join(folder, 'Workspace'), { name: 'Hub', sample: false }, environment)
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const put = (...records: readonly AnyRecord[]) =>
  workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, (await transaction.read(record.id))?.rev ?? 0)
  })
const trash = async (number: number) => {
  const record = (await workspace.read(idOf(number))) ?? expect.fail()
  await put({ ...record, trashed: { at: record.updatedAt, by: anna } })
}

/** Path to text of every file, folders with a slash. */
async function tree(root = target): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    found[path.slice(root.length + 1) + (entry.isDirectory() ? '/' : '')] = entry.isFile() ? await readFile(path, 'utf8') : ''
  }
  return found
}
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('It did not fail.'),
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

it('exports the sample: a file for everything stated, every link to a file, and the same bytes again', async () => {
  await fillWithSample(workspace, anna, environment.newId)
  const report = await exportMarkdown(workspace, target)
  expect(exportReport.parse(report)).toMatchObject({ unchanged: 0, removed: 0, kept: [], location: target })
  const files = await tree()
  const paths = Object.keys(files).filter((path) => path.endsWith('.md'))
  expect(report.files).toBe(paths.length)
  expect(report.bytes).toBe(paths.reduce((sum, path) => sum + Buffer.byteLength(files[path] ?? ''), 0))
  const stems = new Set(paths.map((path) => path.replace(/^.*\//, '').slice(0, -3)))
  const titles = new Map<string, string>()
  for (const path of paths) {
    const { front = '', rest } = splitFile(files[path] ?? '')
    const properties = parse(front) as Record<string, unknown>
    titles.set(String(properties['title'] ?? path.replace(/^.*\//, '').slice(0, -3)), path)
    for (const [key, value] of Object.entries(properties)) {
      const items = Array.isArray(value) ? value : [value]
      expect(
        items.every((item) => ['string', 'number', 'boolean'].includes(typeof item)),
        `${path}: ${key}`,
      ).toBe(true)
    }
    const links = [...findLinks(rest).map((link) => link.target), ...[...front.matchAll(/\[\[([^[\]|]+)/g)].map((match) => match[1] ?? '')]
    for (const link of links) expect(stems, `${path}: ${link}`).toContain(link)
  }
  for (const { title } of [...facts.meetings, ...facts.studies]) expect(titles.keys()).toContain(title)
  for (const { name } of [...facts.people, ...facts.organisations]) expect(titles.keys()).toContain(name)
  expect(await exportMarkdown(workspace, target)).toMatchObject({ files: report.files, unchanged: report.files })
  expect(await tree()).toEqual(files)
  await exportMarkdown(workspace, join(folder, 'Second'))
  expect(await tree(join(folder, 'Second'))).toEqual(files)
})

describe('where a record is damaged on the disk', () => {
  const damaged = () => withUnreadable(workspace, idOf(1))
  beforeEach(() => put(newNote(1, 'One', 'first'), newNote(2, 'Two', 'second')))

  it('exports all others and names it', async () => {
    expect(await exportMarkdown(damaged(), target)).toMatchObject({ files: 1, damaged: ['One'] })
    expect(Object.keys(await tree()).filter((path) => path.endsWith('.md'))).toEqual(['Notes/Two.md'])
  })

  it('keeps the file that an earlier export made of it, also for the next export', async () => {
    await exportMarkdown(workspace, target)
    const before = await tree()
    for (const report of [await exportMarkdown(damaged(), target), await exportMarkdown(damaged(), target)])
      expect(report).toMatchObject({ files: 2, unchanged: 2, removed: 0, kept: [], damaged: ['One'] })
    expect(await tree()).toEqual(before)
  })
})

describe('targets', () => {
  beforeEach(() => put(newNote(1, 'One', 'first [[Two]]'), newRecord(2, { kind: 'contact', title: 'Two' }), newNote(3, 'Three')))

  it('makes a missing folder and those above it', async () => {
    await exportMarkdown(workspace, join(folder, 'a', 'b', 'Export'))
    expect(Object.keys(await tree(join(folder, 'a'))).toSorted()).toEqual(
      [
        'b/',
        'b/Export/',
        `b/Export/${MANIFEST}`,
        'b/Export/Contacts/',
        'b/Export/Contacts/Two.md',
        'b/Export/Notes/',
        'b/Export/Notes/One.md',
        'b/Export/Notes/Three.md',
      ].toSorted(),
    )
  })

  it('uses an empty folder', async () => {
    await mkdir(target)
    await writeFile(join(target, '.DS_Store'), '')
    await exportMarkdown(workspace, target)
    expect(Object.keys(await tree())).toContain('Notes/One.md')
  })

  it('leaves out what is in the trash', async () => {
    await trash(3)
    expect(await exportMarkdown(workspace, target)).toMatchObject({ files: 2 })
    expect(Object.keys(await tree())).not.toContain('Notes/Three.md')
  })

  it('refuses a folder with other things in it, a file, and the workspace, and writes nothing', async () => {
    await mkdir(target)
    await writeFile(join(target, 'Thesis.docx'), 'mine')
    await writeFile(join(target, '.DS_Store'), 'of the system')
    const before = await tree(folder)
    expect(await failure(exportMarkdown(workspace, target))).toBe('NOT_EMPTY')
    expect(await failure(exportMarkdown(workspace, join(target, 'Thesis.docx')))).toBe('NOT_EMPTY')
    expect(await failure(exportMarkdown(workspace, join(folder, 'Workspace')))).toBe('INVALID_INPUT')
    expect(await failure(exportMarkdown(workspace, join(folder, 'Workspace', 'a', 'b')))).toBe('INVALID_INPUT')
    expect(await tree(folder)).toEqual(before)
    await symlink(join(folder, 'Workspace', 'segments'), join(folder, 'Shortcut'))
    expect(await failure(exportMarkdown(workspace, join(folder, 'Shortcut', 'a')))).toBe('INVALID_INPUT')
  })

  it('refuses the export of another workspace, and one whose list is damaged', async () => {
    const other = await createWorkspace(join(folder, 'Other'), { name: 'Other', sample: false }, testEnvironment(nodeFileSystem))
    const another = { ...environment, newId: () => idOf(0xabc) }
    const third = await createWorkspace(join(folder, 'Third'), { name: 'Third', sample: false }, another)
    await exportMarkdown(third, target)
    expect(await failure(exportMarkdown(workspace, target))).toBe('NOT_EMPTY')
    await writeFile(join(target, MANIFEST), '{"format":"rapporteur-export"')
    expect(await failure(exportMarkdown(third, target))).toBe('NOT_EMPTY')
    await writeFile(
      join(target, MANIFEST),
      JSON.stringify({
        format: 'rapporteur-export',
        version: 1,
        workspace: third.info.id,
        files: { '../../Workspace/records.json': '0'.repeat(64) },
      }),
    )
    expect(await failure(exportMarkdown(third, target))).toBe('NOT_EMPTY')
    await other.close()
    await third.close()
  })

  it('brings an earlier export up to date and touches nothing else', async () => {
    await exportMarkdown(workspace, target)
    await mkdir(join(target, '.obsidian'))
    await writeFile(join(target, '.obsidian', 'app.json'), '{}')
    await writeFile(join(target, 'Notes', 'Mine.md'), 'my own')
    await put(newNote(1, 'One', 'changed'), newNote(4, 'Four'))
    await trash(2)
    const report = await exportMarkdown(workspace, target)
    expect(report).toMatchObject({ files: 3, unchanged: 1, removed: 1, kept: [] })
    const files = await tree()
    expect(Object.keys(files).toSorted()).toEqual(
      [
        '.obsidian/',
        '.obsidian/app.json',
        MANIFEST,
        'Notes/',
        'Notes/Four.md',
        'Notes/Mine.md',
        'Notes/One.md',
        'Notes/Three.md',
      ].toSorted(),
    )
    expect(files['Notes/One.md']).toMatch(/\nchanged$/)
    expect(files['Notes/Mine.md']).toBe('my own')
    // the same as an export into a new folder, but for what is not ours
    await exportMarkdown(workspace, join(folder, 'New'))
    const { '.obsidian/': _a, '.obsidian/app.json': _b, 'Notes/Mine.md': _c, ...ours } = files
    expect(ours).toEqual(await tree(join(folder, 'New')))
  })

  it('keeps what somebody changed by hand, and says where', async () => {
    await exportMarkdown(workspace, target)
    await writeFile(join(target, 'Notes', 'One.md'), 'edited in Obsidian')
    await writeFile(join(target, 'Notes', 'Three.md'), 'edited too')
    await writeFile(join(target, 'Notes', 'One (edited).md'), 'there already')
    await put(newNote(5, 'One (edited 2)'))
    await trash(3)
    const report = await exportMarkdown(workspace, target)
    expect(report.kept.toSorted()).toEqual(['Notes/One (edited 3).md', 'Notes/Three.md'])
    const files = await tree()
    expect(files['Notes/One (edited 3).md']).toBe('edited in Obsidian')
    expect(files['Notes/One (edited).md']).toBe('there already')
    expect(files['Notes/Three.md']).toBe('edited too')
    expect(files['Notes/One.md']).toMatch(/first \[\[Two\]\]$/)
    expect(files['Notes/One (edited 2).md']).toContain('kind: note')
  })

  it('puts back a file that was deleted, and follows a title that only changes its case', async () => {
    await exportMarkdown(workspace, target)
    await rm(join(target, 'Notes', 'One.md'))
    await put({ ...newNote(3, 'THREE') })
    const report = await exportMarkdown(workspace, target)
    expect(report).toMatchObject({ kept: [] })
    expect(
      Object.keys(await tree())
        .filter((path) => path.startsWith('Notes/'))
        .toSorted(),
    ).toEqual(['Notes/', 'Notes/One.md', 'Notes/THREE.md'])
  })
})

describe('progress and cancel', () => {
  beforeEach(() => put(...Array.from({ length: 60 }, (_, n) => newNote(n + 1))))

  it('counts every record once', async () => {
    const seen: [number, number][] = []
    await exportMarkdown(workspace, target, { onProgress: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => [n + 1, 60]))
  })

  it.each(['a missing', 'an earlier'])('stopped, leaves %s target as it was', async (which) => {
    if (which === 'an earlier') {
      await exportMarkdown(workspace, target)
      await put(...Array.from({ length: 60 }, (_, n) => newNote(n + 1, `Note ${n}`, 'changed')))
    }
    const before = await tree(folder)
    const controller = new AbortController()
    const stopped = exportMarkdown(workspace, join(target), {
      signal: controller.signal,
      onProgress: (done) => {
        if (done === 30) controller.abort()
      },
    })
    expect(await failure(stopped)).toBe('CANCELLED')
    expect(await tree(folder)).toEqual(before)
  })
})

/** The real disk, whose n-th operation that writes fails; every later one too, where `forGood`. */
function failingDisk(at: number, code: string, forGood: boolean): ExportDisk {
  let count = 0
  const step = (operation: string) => {
    count++
    if (count === at || (forGood && count > at)) throw systemError(code, operation, `${code} injected`)
  }
  return {
    ...exportDisk,
    async createFolder(path) {
      step('mkdir')
      await exportDisk.createFolder(path)
    },
    async createFile(path) {
      step('open')
      const file = await exportDisk.createFile(path)
      return {
        ...file,
        async write(bytes) {
          step('write')
          return file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)))
        },
      }
    },
    async rename(from, to) {
      // a full disk still renames
      if (code !== 'ENOSPC') step('rename')
      await exportDisk.rename(from, to)
    },
  }
}

describe.each([
  ['ENOSPC', 'DISK_FULL', true],
  ['EACCES', 'NO_PERMISSION', false],
  ['EIO', 'IO', false],
])('%s at any moment', (system, code, forGood) => {
  it.each(['an earlier export', 'a new folder'])('is said, and leaves %s as it was', async (which) => {
    await put(newNote(1), newNote(2), newRecord(3, { kind: 'study', title: 'Study' }))
    const where = which === 'a new folder' ? join(folder, 'deep', 'New') : target
    if (which === 'an earlier export') await exportMarkdown(workspace, target)
    await put(newNote(1, 'Note 1', 'changed'), newRecord(4, { kind: 'contact', title: 'New here' }))
    await trash(3)
    if (which === 'an earlier export') await writeFile(join(target, 'Notes', 'Note 2.md'), 'by hand')
    const before = await tree(folder)
    let tried = 0
    for (let at = 1; ; at++) {
      const outcome = await exportMarkdown(workspace, where, { files: failingDisk(at, system, forGood) }).then(
        () => 'done',
        (error: unknown) => (error instanceof AppError ? error.code : error),
      )
      if (outcome === 'done') break
      tried++
      expect(outcome).toBe(code)
      expect(await tree(folder)).toEqual(before)
    }
    expect(tried).toBeGreaterThan(8)
    expect(await readFile(join(where, 'Notes', 'Note 1.md'), 'utf8')).toMatch(/changed$/)
  })
})

it('says so when even the way back fails', async () => {
  await put(newNote(1))
  await exportMarkdown(workspace, target)
  await put(newNote(1, 'Note 1', 'changed'))
  let renames = 0
  const disk: ExportDisk = {
    ...exportDisk,
    async rename(from, to) {
      if (++renames > 1) throw systemError('EIO', 'rename', 'EIO injected')
      await exportDisk.rename(from, to)
    },
  }
  await expect(exportMarkdown(workspace, target, { files: disk })).rejects.toThrow(/incomplete/)
})

it('says that a folder cannot be written to', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  expect(await failure(exportMarkdown(workspace, join(file, 'Export')))).toBe('MISSING')
})
