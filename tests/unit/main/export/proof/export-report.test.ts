import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Parser } from 'commonmark'
import * as yaml from 'js-yaml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportDisk, type ExportDisk } from '../../../../../src/main/export/export-disk.ts'
import { exportMarkdown } from '../../../../../src/main/export/index.ts'
import { MANIFEST } from '../../../../../src/main/export/manifest.ts'
import { importMarkdown } from '../../../../../src/main/import/index.ts'
import { systemError } from '../../../../../src/main/workspace/file-system.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { exportReport } from '../../../../../src/shared/contract/jobs.ts'
import { exportLanguages, exportPresets, type ExportOptions } from '../../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { anna, bolat, idOf, newNote, newRecord } from '../../../../support/new-record.ts'
import { withUnreadable } from '../../../../support/unreadable-record.ts'
import { memoryDisk, testEnvironment } from '../../../../support/workspace-disk.ts'

const run = promisify(execFile)

let folder: string
let target: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-report-'))
  target = join(folder, 'Export')
  workspace = await emptyWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function emptyWorkspace(): Promise<Workspace> {
  const disk = await memoryDisk()
  return createWorkspace(disk.folder, { name: 'Hub *1*', sample: false }, testEnvironment(disk.files))
}

const put = (...records: readonly AnyRecord[]) =>
  workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })

const exported = (options: Partial<ExportOptions> = {}, of = workspace) =>
  exportMarkdown(of, target, { options: { ...exportPresets.obsidian, report: true, ...options } })

const said = (name = 'EXPORT.md') => readFile(join(target, name), 'utf8')
/** The cells of the rows of a table, by its first cell. */
const rowsOf = (text: string) =>
  new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.slice(2, -2).split(' | '))
      .map(([key = '', ...cells]) => [key, cells.join(' | ')]),
  )
const filesIn = async () =>
  (await readdir(target, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1))
    .toSorted()

describe('EXPORT.md', () => {
  it('says what was exported and how it came back', async () => {
    await put(newNote(1, 'One', '[[Two]]'), newRecord(2, { kind: 'contact', title: 'Two' }))
    const report = await exported()
    expect(exportReport.parse(report)).toMatchObject({ files: 3, proof: { records: 2, files: 0, losses: [], foreign: [] } })
    const text = await said()
    expect(text).toContain('# Export of “Hub \\*1\\*”')
    expect(text).toContain('Nothing was lost.')
    expect(text).not.toContain('## Losses')
    expect(Object.fromEntries(rowsOf(text))).toMatchObject({
      Revision: String(workspace.revision),
      'What was asked for': 'everything',
      'Highest classification in it': 'internal',
      Folders: 'by kind',
      Contacts: '1',
      Notes: '1',
      'Records that came back as they were written': '2',
      Losses: '0',
      'SHA-256 of the list of files': report.proof?.digest,
    })
  })

  it('says of documents for readers what was compared, and never that nothing was lost', async () => {
    await put(newNote(1, 'One', 'Text.\n'))
    await exported({ frontMatter: 'none' })
    const text = await said()
    expect(text).toContain('Title, text and links of every document were read back')
    expect(text).not.toContain('Nothing was lost')
    expect(rowsOf(text).get('Documents whose title, text and links came back as they were written')).toBe('1')
  })

  it('does not say that nothing was lost of what was withheld', async () => {
    await put(newNote(1, 'One', 'As [[Two]] says.\n'), { ...newNote(2, 'Two'), classification: 'confidential' })
    await exported({ upTo: 'internal' })
    expect(await said()).toContain('Everything stands as it was written; what is not carried, withheld or damaged is named above.')
    expect(await said()).not.toContain('Nothing was lost')
  })

  it.each(exportLanguages)('is written in %s, with the same parts, for every reader', async (language) => {
    await put(newNote(1, 'One'))
    await exported({ language, layout: 'flat' })
    const [, front = '', body = ''] = /^---\n([^]*?)---\n([^]*)$/.exec(await said()) ?? []
    expect(yaml.load(front)).toEqual({ rapporteur: 'export-report' })
    const types: string[] = []
    for (let walker = new Parser().parse(body).walker(), event = walker.next(); event; event = walker.next())
      if (event.entering && event.node.type === 'heading') types.push(`${event.node.level}`)
    expect(types).toEqual(['1', '2', '2', '2'])
    if (language !== 'en') expect(body).not.toMatch(/Nothing|Records|Losses|everything/)
  })

  it('is the same for the same records, and leaves with the wish for it', async () => {
    await put(newNote(1, 'One'), newNote(2, 'Two'))
    await exported()
    const first = await said()
    const again = await exported()
    expect(await said()).toBe(first)
    expect(again).toMatchObject({ files: 3, unchanged: 3, removed: 0, kept: [], proof: { foreign: [] } })
    expect(await exported({ report: false })).toMatchObject({ files: 2, removed: 1 })
    expect(await filesIn()).toEqual([MANIFEST, 'Notes/One.md', 'Notes/Two.md'])
  })

  it('stays when somebody has written in it, and the next one stands beside', async () => {
    await put(newNote(1, 'One'))
    await exported()
    await writeFile(join(target, 'EXPORT.md'), `${await said()}My remark\n`)
    expect((await exported()).kept).toEqual(['EXPORT (edited).md'])
    expect(await said('EXPORT (edited).md')).toContain('My remark')
  })

  it('gives way to records that are called so', async () => {
    await put(newNote(1, 'EXPORT', '[[Export (2)]]'), newNote(2, 'Export (2)'))
    await exported({ layout: 'flat' })
    expect(await filesIn()).toEqual([MANIFEST, 'EXPORT (3).md', 'EXPORT.md', 'Export (2).md'])
    expect(await said('EXPORT (3).md')).toContain("! -path './EXPORT (3).md'")
    expect(await said()).toContain('kind: note')
  })

  it('is nothing to an import, though a record may have its mark from elsewhere', async () => {
    await put(newNote(1, 'One'), { ...newNote(2, 'Two'), extra: { rapporteur: 'export-report' } })
    await exported()
    const into = await emptyWorkspace()
    expect(await importMarkdown(into, bolat, target)).toMatchObject({ created: 2, refused: [], remarks: [], ignored: 0 })
    await into.close()
  })

  it('names files of others, which are no loss', async () => {
    await put(newNote(1, 'One'))
    await exported()
    await writeFile(join(target, 'Notes', 'Mine | own.md'), 'mine')
    await mkdir(join(target, '.obsidian'))
    await writeFile(join(target, '.obsidian', 'app.json'), '{}')
    expect((await exported()).proof).toMatchObject({ losses: [], foreign: ['Notes/Mine | own.md'] })
    expect(await said()).toContain(
      '## Files of others\n\nThe export did not write these files, and left them as they are.\n\n- Notes/Mine \\| own.md\n',
    )
  })

  it('follows no link to another place, and names a folder that cannot be looked into', async () => {
    await put(newNote(1, 'One'))
    await exported()
    await mkdir(join(folder, 'Elsewhere'))
    await writeFile(join(folder, 'Elsewhere', 'secret.md'), 'secret')
    await symlink(join(folder, 'Elsewhere'), join(target, 'Linked'))
    await symlink(target, join(target, 'Notes', 'Round'))
    await mkdir(join(target, 'Shut'))
    const files: ExportDisk = {
      ...exportDisk,
      async list(path) {
        if (path.endsWith('Shut')) throw systemError('EACCES', 'scandir', 'Shut.')
        return exportDisk.list(path)
      },
    }
    const report = await exportMarkdown(workspace, target, { prove: true, files })
    expect(report.proof).toMatchObject({ losses: [], foreign: ['Linked', 'Notes/Round', 'Shut/'] })
  })

  it('says what a form does not carry, by field', async () => {
    await put(
      { ...newNote(1, 'One'), tags: ['a'], extra: { due: 'x' } },
      { ...newNote(2, 'Two'), tags: ['b'] },
      newRecord(3, { kind: 'meeting', title: 'Three', draftCorrigendum: { of: '', on: '', reason: 'Wrong name' } }),
    )
    const { proof, drops } = await exported({ frontMatter: 'none', links: 'markdown' })
    expect(proof?.losses).toEqual([])
    expect(drops).toEqual([{ code: 'properties', count: 3 }])
    const rows = rowsOf(await said())
    expect([rows.get('tags'), rows.get('meeting-type'), rows.get('draft-corrigendum'), rows.get('properties of other programs')]).toEqual([
      '2',
      '1',
      '1',
      '1',
    ])
    await exported()
    expect([...rowsOf(await said()).keys()]).not.toContain('tags')
  })

  it('names what could not be read in the workspace', async () => {
    await put(newNote(1, 'One'), newNote(2, 'Two'))
    const damaged = withUnreadable(workspace, idOf(1))
    expect((await exported({}, damaged)).proof).toMatchObject({ records: 1, losses: [] })
    expect(await said()).toMatch(/## Damaged in the workspace\n\n.*\n\n- One\n/)
  })

  it('tells nothing of what is withheld but how much', async () => {
    await put(
      { ...newNote(1, 'Open', 'We met [[Golden Eagle]] about it. All is well.'), classification: 'public' },
      { ...newNote(2, 'Golden Eagle', 'Secret'), classification: 'confidential' },
    )
    const report = await exported({ upTo: 'internal' })
    expect(report.proof).toMatchObject({ records: 1, losses: [] })
    const text = await said()
    expect(text).not.toContain('Golden')
    expect([rowsOf(text).get('Made up to'), rowsOf(text).get('Highest classification in it')]).toEqual(['internal', 'public'])
    expect(text).toContain('## Withheld')
  })
})

describe('the digest', () => {
  beforeEach(() => put(newNote(1, 'One'), newNote(2, 'Ёлка (x)'), newNote(3, '-n')))

  it('is that of the files, as their list has them', async () => {
    const { proof } = await exported()
    const paths = (await filesIn()).filter((path) => path !== MANIFEST && path !== 'EXPORT.md')
    const lines = await Promise.all(
      paths.map(
        async (path) =>
          `${createHash('sha256')
            .update(await readFile(join(target, path)))
            .digest('hex')}  ${path}\n`,
      ),
    )
    expect(proof?.digest).toBe(createHash('sha256').update(lines.toSorted().join('')).digest('hex'))
  })

  it.runIf(process.platform === 'linux').each(['kind', 'flat'] as const)('is what the command in the report prints, %s', async (layout) => {
    const { proof } = await exported({ layout })
    const [, command = ''] = /```sh\n(.*)\n```/.exec(await said()) ?? []
    const { stdout } = await run('sh', ['-c', command], { cwd: target })
    expect(stdout).toBe(`${proof?.digest}  -\n`)
  })
})

describe('a proof', () => {
  it('catches a field that was left out when the file was written', async () => {
    await put({ ...newNote(1, 'One', 'text'), tags: ['a'], distribution: 'members' }, newNote(2, 'Two'))
    let reads = 0
    const forgetful = Object.assign(Object.create(workspace) as Workspace, {
      read: async (id: string) => {
        const record = await workspace.read(id)
        return record && id === idOf(1) && reads++ === 0 ? { ...record, tags: [], distribution: '' } : record
      },
    })
    const { proof } = await exported({}, forgetful)
    expect(proof?.losses.map(({ title, field, problem }) => [title, field, problem])).toEqual([
      ['One', 'distribution', 'differs'],
      ['One', 'tags', 'differs'],
    ])
    expect(proof?.records).toBe(1)
  })

  it('compares with what was written, whatever is saved meanwhile', async () => {
    await put(newNote(1, 'One', 'before'), newNote(2, 'Two'))
    const record = (await workspace.read(idOf(1))) ?? expect.fail()
    let saved: Promise<unknown> | undefined
    const report = await exportMarkdown(workspace, target, {
      prove: true,
      onProgress: (done, total, phase) => {
        if (phase === undefined && done === total)
          saved = workspace.transact(anna, async (transaction) => transaction.put({ ...record, title: 'Uno', body: 'after' }, record.rev))
      },
    })
    await saved
    expect(report.proof).toMatchObject({ records: 2, losses: [] })
    expect((await workspace.read(idOf(1)))?.title).toBe('Uno')
  })

  it('tells how far it is, and can be stopped; then nothing is put in place', async () => {
    await put(...Array.from({ length: 40 }, (_, index) => newNote(index + 1)))
    const controller = new AbortController()
    const seen: number[] = []
    const stopped = exportMarkdown(workspace, target, {
      prove: true,
      signal: controller.signal,
      onProgress: (done, total, phase) => {
        if (phase !== 'checking') return
        expect(total).toBe(40)
        seen.push(done)
        if (done === 5) controller.abort()
      },
    })
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(seen.slice(0, 5)).toEqual([1, 2, 3, 4, 5])
    expect(await readdir(folder)).toEqual([])
  })
})
