import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AttachmentFiles } from '../../../../src/main/export/attachment-files.ts'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { importMarkdown } from '../../../../src/main/import/index.ts'
import { AttachmentStore } from '../../../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { Attachment } from '../../../../src/shared/model/attachment.ts'
import { exportLanguages, exportPresets, linkStyles, type ExportOptions } from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, bolat, newNote } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

const AT = '2023-05-17T14:02:00.000Z'

let folder: string
let target: string
let workspace: Workspace
let store: AttachmentStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-attached-'))
  target = join(folder, 'Export')
  store = new AttachmentStore(join(folder, 'first'))
  await mkdir(join(folder, 'first'))
  workspace = await emptyWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function emptyWorkspace(): Promise<Workspace> {
  const disk = await memoryDisk()
  return createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
}

async function file(name: string, content: string): Promise<Attachment> {
  const incoming = await store.receive(Buffer.byteLength(content))
  await incoming.write(Buffer.from(content))
  return { name, ...(await incoming.finish()), addedAt: AT }
}

const put = (...records: readonly AnyRecord[]) =>
  workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })

const exported = () => exportMarkdown(workspace, target, { attachments: store })

/** Into a second workspace of its own. */
async function imported(from = target) {
  const into = await emptyWorkspace()
  const second = join(folder, 'second')
  await mkdir(second, { recursive: true })
  const contents = new AttachmentStore(second)
  const report = await importMarkdown(into, bolat, from, { attachments: contents, clock: () => Date.parse(AT) })
  return { into, contents, report }
}

const FILES = { en: 'Files', ru: 'Файлы', kk: 'Файлдар' } as const

describe('a document for readers', () => {
  const plain = (options: Partial<ExportOptions>) =>
    exportMarkdown(workspace, target, { attachments: store, prove: true, options: { ...exportPresets.plain, ...options } })
  const briefing = async () =>
    put({
      ...newNote(1, 'Briefing', 'See ![[Shown.png]], and [[Letter (1).txt]] by its name.\n'),
      attachments: [await file('Shown.png', 'shown'), await file('Астана фото.png', 'picture'), await file('Letter (1).txt', 'letter')],
    })

  test.each(exportLanguages)('names the files that its text does not show, with links, in %s', async (language) => {
    await briefing()
    for (const links of linkStyles) {
      const { proof } = await plain({ language, links, layout: 'kind' })
      expect(proof).toMatchObject({ records: 1, files: 3, losses: [] })
      const path = (await treeOf(target)).find((each) => each.endsWith('Briefing.md')) ?? ''
      expect(await readFile(join(target, path), 'utf8')).toContain(
        `- **${FILES[language]}:** [Астана фото.png](../attachments/Астана%20фото.png), [Letter (1).txt](../attachments/Letter%20%281%29.txt)\n`,
      )
    }
  })

  test('names them without links when they stay behind', async () => {
    await briefing()
    const { proof, drops } = await plain({ attachments: false, layout: 'flat' })
    expect(proof?.losses).toEqual([])
    expect(drops).toContainEqual({ code: 'attachments', count: 3 })
    expect(await readFile(join(target, 'Briefing.md'), 'utf8')).toContain('- **Files:** Астана фото.png, Letter (1).txt\n')
  })

  test('has one loss for a file that the workspace had lost', async () => {
    const lost = { ...(await file('There.txt', 'there')), name: 'Lost.txt', sha256: '0'.repeat(64) }
    await put({ ...newNote(1, 'Briefing', 'Text.\n'), attachments: [lost] })
    const { proof } = await plain({ layout: 'flat' })
    expect(proof?.losses.map(({ field, problem }) => [field, problem])).toEqual([['Lost.txt', 'missing']])
  })
})

const recordsOf = async (of: Workspace) => {
  const records = await Promise.all([...of.heads()].map(({ id }) => of.read(id)))
  return records
    .map((record) => ({ title: record?.title, body: record?.body, attachments: record?.attachments, extra: record?.extra }))
    .toSorted((a, b) => ((a.title ?? '') < (b.title ?? '') ? -1 : 1))
}

const treeOf = async (root: string) =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()

describe('a round trip', () => {
  test('gives back files, names and embeds, also where names collide, cannot be borne or look like notes', async () => {
    await put(
      {
        ...newNote(1, 'One', 'See ![[Picture.png]], ![[PICTURE.png|wide]], ![[Q: why?.txt]] and [[Two]].'),
        attachments: [await file('Picture.png', 'first'), await file('Q: why?.txt', 'why'), await file('Two.md', '# No note')],
      },
      {
        ...newNote(2, 'Two', '![[Picture.png]]\n\n| a |\n| - |\n| ![[picture.png\\|x]] |\n\n`![[Picture.png]]` ![[Nothing.png]]'),
        attachments: [
          await file('Picture.png', 'second'),
          await file('CON.txt', 'device'),
          await file('.hidden', ''),
          await file('a-b', 'bar'),
        ],
      },
      { ...newNote(3, 'Three', '![[Picture.png]] and ![[One]]'), attachments: [await file('Picture.png', 'first')] },
    )
    const report = await exported()
    expect(report.damaged).toEqual([])
    const names = (await readdir(join(target, 'attachments'))).map((name) => name.replace(/-[0-9a-f]{8}\./, '-HASH.')).toSorted()
    expect(names).toEqual(['Picture-HASH.png', 'Picture.png', 'Q- why.txt', 'Two.md', '_CON.txt', 'a-b', 'hidden'])
    const { into, contents, report: back } = await imported()
    expect(back).toMatchObject({ created: 3, refused: [], remarks: [], ignored: 0 })
    expect(await recordsOf(into)).toEqual(await recordsOf(workspace))
    for (const { attachments = [] } of await recordsOf(into)) for (const { sha256 } of attachments) await contents.verify(sha256)
    // the same once more, byte by byte
    expect(await exported()).toMatchObject({ unchanged: report.files, removed: 0, kept: [] })
    const again = await importMarkdown(into, bolat, target, { attachments: contents, clock: () => 0 })
    expect(again).toMatchObject({ created: 0, unchanged: 3, refused: [], remarks: [] })
    await into.close()
  })

  test('two contents of one long name are two files', async () => {
    const name = `${'x'.repeat(190)}.png`
    await put(
      { ...newNote(1, 'One', `![[${name}]]`), attachments: [await file(name, 'first')] },
      { ...newNote(2, 'Two', `![[${name}]]`), attachments: [await file(name, 'second')] },
    )
    await exported()
    const names = await readdir(join(target, 'attachments'))
    expect(names).toHaveLength(2)
    for (const written of names) expect(Buffer.byteLength(written)).toBeLessThanOrEqual(120)
    const { into } = await imported()
    expect(await recordsOf(into)).toEqual(await recordsOf(workspace))
    await into.close()
  })

  test('an update takes away what no record has any more, and keeps what was changed by hand', async () => {
    const attachments = [await file('a.txt', 'a'), await file('b.txt', 'b')]
    await put({ ...newNote(1, 'One'), attachments })
    await exported()
    await writeFile(join(target, 'attachments', 'a.txt'), 'by hand')
    const record = await workspace.read(newNote(1).id)
    if (!record) expect.fail()
    await workspace.transact(anna, async (transaction) => transaction.put({ ...record, attachments: attachments.slice(0, 1) }, record.rev))
    expect(await exported()).toMatchObject({ removed: 1, kept: ['attachments/a (edited).txt'] })
    expect(await treeOf(join(target, 'attachments'))).toEqual(['a (edited).txt', 'a.txt'])
    expect(await readFile(join(target, 'attachments', 'a.txt'), 'utf8')).toBe('a')
  })

  test('a missing or damaged content is named, and everything else is exported', async () => {
    const good = await file('good.txt', 'good')
    const bad = await file('bad.txt', 'bad')
    await put({ ...newNote(1, 'One'), attachments: [good, bad, { ...good, name: 'gone.txt', sha256: 'f'.repeat(64) }] })
    await writeFile(join(folder, 'first', 'attachments', bad.sha256.slice(0, 2), bad.sha256), 'BAD')
    expect((await exported()).damaged).toEqual(['One: bad.txt', 'One: gone.txt'])
    expect(await treeOf(target)).toEqual(['.rapporteur-export.json', 'Notes/One.md', 'attachments/good.txt'])
    const { into, report } = await imported()
    expect(report.remarks.map(({ remark }) => remark)).toEqual([
      'The file “bad.txt” is not in the folder and was left out.',
      'The file “gone.txt” is not in the folder and was left out.',
    ])
    expect((await recordsOf(into))[0]?.attachments).toEqual([good])
    await into.close()
  })
})

describe('an import', () => {
  test('says so when a file was changed since the export, and takes it as it is', async () => {
    await put({ ...newNote(1, 'One'), attachments: [await file('a.txt', 'a')] })
    await exported()
    await writeFile(join(target, 'attachments', 'a.txt'), 'changed')
    const { into, report } = await imported()
    expect(report.remarks).toEqual([{ file: 'Notes/One.md', remark: 'The file “a.txt” was changed since it was exported.' }])
    expect((await recordsOf(into))[0]?.attachments).toMatchObject([{ name: 'a.txt', bytes: 7 }])
    await into.close()
  })

  test('of plain notes takes in what they embed, wherever it lies in the folder', async () => {
    const vault = join(folder, 'Vault')
    await mkdir(join(vault, 'Pictures', 'Old'), { recursive: true })
    await writeFile(join(vault, 'Pictures', 'plan.png'), 'plan')
    await writeFile(join(vault, 'Pictures', 'Old', 'photo.png'), 'photo')
    await writeFile(join(vault, 'unused.png'), 'unused')
    await writeFile(join(vault, 'Other.md'), 'other')
    await writeFile(join(vault, 'Note.md'), '![[plan.png]] ![[Pictures/Old/photo.png|100]] ![[Other]] ![[missing.png]] ![[PLAN.png]]')
    const { into, report } = await imported(vault)
    expect(report).toMatchObject({ created: 2, remarks: [], ignored: 1 })
    const [note] = await recordsOf(into)
    expect(note?.body).toBe('![[plan.png]] ![[photo.png|100]] ![[Other]] ![[missing.png]] ![[PLAN.png]]')
    expect(note?.attachments?.map(({ name, addedAt }) => [name, addedAt])).toEqual([
      ['plan.png', AT],
      ['photo.png', AT],
    ])
    await into.close()
  })

  test('never leaves the folder, by a name or by a link of the file system', async () => {
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await put({ ...newNote(1, 'One'), attachments: [await file('a.txt', 'a')] })
    await exported()
    const path = join(target, 'Notes', 'One.md')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('a.txt |', 'a.txt | ../../secret.txt |'))
    const first = await imported()
    expect(first.report.remarks[0]?.remark).toContain('was left out')
    expect((await recordsOf(first.into))[0]?.attachments).toEqual([])
    await first.into.close()
    await writeFile(path, text)
    await rm(join(target, 'attachments', 'a.txt'))
    await symlink(join(folder, 'secret.txt'), join(target, 'attachments', 'a.txt'))
    const second = await imported()
    expect((await recordsOf(second.into))[0]?.attachments).toEqual([])
    await second.into.close()
  })

  test('leaves out a file that is too large, and says so', async () => {
    const vault = join(folder, 'Vault')
    await mkdir(vault)
    await writeFile(join(vault, 'Note.md'), '![[large.bin]]')
    await writeFile(join(vault, 'large.bin'), '')
    const { truncate } = await import('node:fs/promises')
    await truncate(join(vault, 'large.bin'), 100_000_001)
    const { into, report } = await imported(vault)
    expect(report.remarks[0]?.remark).toMatch(/^The file “large.bin” was left out: .*100 MB/)
    expect((await recordsOf(into))[0]?.attachments).toEqual([])
    await into.close()
  })
})

test('names in an export do not depend on anything but the records', () => {
  const files = () => {
    const named = new AttachmentFiles()
    named.add([
      { name: 'Plan.png', sha256: 'a'.repeat(64) },
      { name: 'PLAN.png', sha256: 'b'.repeat(64) },
      { name: 'plan.png', sha256: 'a'.repeat(64) },
    ])
    return named
  }
  const fileOf = (name: string, digit: string) => files().fileOf({ name, sha256: digit.repeat(64) })
  expect([fileOf('Plan.png', 'a'), fileOf('PLAN.png', 'b'), fileOf('plan.png', 'a')]).toEqual(['Plan.png', 'PLAN-bbbbbbbb.png', 'Plan.png'])
})
