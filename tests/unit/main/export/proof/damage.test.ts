import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportDisk, type ExportDisk } from '../../../../../src/main/export/export-disk.ts'
import { exportMarkdown } from '../../../../../src/main/export/index.ts'
import { MANIFEST } from '../../../../../src/main/export/manifest.ts'
import { AttachmentStore } from '../../../../../src/main/workspace/attachments/attachment-store.ts'
import { systemError } from '../../../../../src/main/workspace/file-system.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import type { ExportReport } from '../../../../../src/shared/contract/jobs.ts'
import type { Attachment } from '../../../../../src/shared/model/attachment.ts'
import { exportPresets, type ExportOptions } from '../../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { anna, newNote, newRecord } from '../../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../../support/workspace-disk.ts'

let folder: string
let target: string
let workspace: Workspace
let store: AttachmentStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-proof-'))
  target = join(folder, 'Export')
  store = new AttachmentStore(join(folder, 'workspace'))
  await mkdir(join(folder, 'workspace'))
  const disk = await memoryDisk()
  workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await put(
    {
      ...newNote(1, 'One', 'See [[Two]] and ![[plan.txt]].'),
      tags: ['a', 'b'],
      extra: { due: 'soon' },
      attachments: [await file('plan.txt', 'the plan')],
    },
    newRecord(2, { kind: 'contact', title: 'Two', family: 'Two', aliases: ['Second'] }),
    newRecord(3, { kind: 'note', title: 'Three: 3', body: 'By [[Second]]', meetingBody: 'Two' }),
  )
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const put = (...records: readonly AnyRecord[]) =>
  workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })

async function file(name: string, content: string): Promise<Attachment> {
  const incoming = await store.receive(Buffer.byteLength(content))
  await incoming.write(Buffer.from(content))
  return { name, ...(await incoming.finish()), addedAt: '2023-05-17T14:02:00.000Z' }
}

const STAGED = /^(.*\/\.rapporteur-partial-[^/]*)\//
const IN_PLACE = /^(.*\/Export)\/Notes\//

/** The disk itself, on which somebody does damage between the writing and the first reading back. */
function damagedBetween(damage: (root: string) => Promise<void>, where = STAGED): ExportDisk {
  let damaging: Promise<void> | undefined
  return {
    ...exportDisk,
    async readFile(path) {
      const [, root] = where.exec(path) ?? []
      if (root !== undefined) await (damaging ??= damage(root))
      return exportDisk.readFile(path)
    },
  }
}

/** A disk that says nothing of what it does to the bytes of a file. */
const lying = (name: string, change: (bytes: Buffer) => Buffer): ExportDisk => ({
  ...exportDisk,
  async createFile(path) {
    const made = await exportDisk.createFile(path)
    if (!path.endsWith(name)) return made
    return {
      ...made,
      write: async (bytes) => {
        await made.write(change(Buffer.from(bytes)))
        return bytes.length
      },
    }
  },
})

const flipped = (bytes: Buffer, at = bytes.length - 1) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

async function change(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(from)
  await writeFile(path, text.replace(from, to))
}

async function swap(one: string, other: string): Promise<void> {
  await rename(one, `${one}.x`)
  await rename(other, one)
  await rename(`${one}.x`, other)
}

const exported = (files: ExportDisk, options: Partial<ExportOptions> = {}) =>
  exportMarkdown(workspace, target, { attachments: store, files, options: { ...exportPresets.obsidian, report: true, ...options } })

type Row = readonly [path: string, title: string, field: string, problem: string]
const lossesOf = ({ proof }: ExportReport): Row[] =>
  (proof?.losses ?? []).map(({ path, title, field, problem }) => [path, title, field, problem])

const SAID: Readonly<Record<string, string>> = {
  missing: 'is not there',
  damaged: 'has other bytes than were written',
  unreadable: 'cannot be taken in',
  differs: 'says something else',
  link: 'leads to another record, or to no file',
}

/** What the report beside the files names: the rows of its last table. */
async function rowsSaid(): Promise<string[][]> {
  const text = await readFile(join(target, 'EXPORT.md'), 'utf8')
  const [, losses = ''] = text.split('## Losses\n')
  return losses
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| File |') && !line.startsWith('| - '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.replace(/\\(.)/g, '$1')),
    )
}

describe('a file that is damaged between writing and reading back is named', () => {
  it.each<[string, (root: string) => Promise<void>, Row[]]>([
    [
      'with a byte of its body flipped',
      (root) => change(join(root, 'Notes/One.md'), 'See', 'Sed'),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'body', 'differs'],
      ],
    ],
    [
      'cut off in its front matter',
      (root) => change(join(root, 'Notes/One.md'), /\nrevision[^]*/, ''),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', '', 'unreadable'],
      ],
    ],
    [
      'emptied',
      (root) => writeFile(join(root, 'Notes/One.md'), ''),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', '', 'unreadable'],
      ],
    ],
    ['removed', (root) => rm(join(root, 'Contacts/Two.md')), [['Contacts/Two.md', 'Two', '', 'missing']]],
    [
      'without one of its tags',
      (root) => change(join(root, 'Notes/One.md'), '  - b\n', ''),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'tags', 'differs'],
      ],
    ],
    [
      'without a key of its front matter',
      (root) => change(join(root, 'Contacts/Two.md'), 'family: Two\n', ''),
      [
        ['Contacts/Two.md', 'Two', '', 'damaged'],
        ['Contacts/Two.md', 'Two', 'family', 'differs'],
      ],
    ],
    [
      'without a key that another program wrote',
      (root) => change(join(root, 'Notes/One.md'), 'due: soon\n', ''),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'due', 'differs'],
      ],
    ],
    [
      'with other words for readers only',
      (root) => change(join(root, 'Notes/One.md'), 'updated-by: Anna Lee', 'updated-by: Anna Li'),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'updated-by', 'differs'],
      ],
    ],
    [
      'with another day in the line of a file',
      (root) => change(join(root, 'Notes/One.md'), '2023-05-17T14:02', '2023-05-18T14:02'),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'plan.txt', 'differs'],
      ],
    ],
    [
      'with a field that cannot be',
      (root) => change(join(root, 'Notes/One.md'), 'classification: internal', 'classification: hidden'),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', '', 'unreadable'],
      ],
    ],
    [
      'with another title, which other fields lead to',
      (root) => change(join(root, 'Contacts/Two.md'), 'kind: contact\n', 'kind: contact\ntitle: Too\n'),
      [
        ['Contacts/Two.md', 'Two', '', 'damaged'],
        ['Contacts/Two.md', 'Two', 'title', 'differs'],
        ['Notes/Three- 3.md', 'Three: 3', 'meeting-body', 'link'],
      ],
    ],
    [
      'with the content of another, and where links lead then',
      (root) => swap(join(root, 'Notes/One.md'), join(root, 'Contacts/Two.md')),
      [
        ['Contacts/Two.md', 'Two', '', 'damaged'],
        ['Contacts/Two.md', 'Two', 'id', 'differs'],
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'id', 'differs'],
        ['Notes/Three- 3.md', 'Three: 3', 'body', 'link'],
        ['Notes/Three- 3.md', 'Three: 3', 'meeting-body', 'link'],
      ],
    ],
    [
      'as a file of a record that was changed',
      (root) => writeFile(join(root, 'attachments/plan.txt'), 'the plot'),
      [['attachments/plan.txt', 'One', 'plan.txt', 'damaged']],
    ],
    [
      'as a file of a record that is gone',
      (root) => rm(join(root, 'attachments/plan.txt')),
      [['attachments/plan.txt', 'One', 'plan.txt', 'missing']],
    ],
  ])('%s', async (_what, damage, losses) => {
    const report = await exported(damagedBetween(damage))
    expect(lossesOf(report)).toEqual(losses)
    expect(await rowsSaid()).toEqual(losses.map(([path, title, field, problem]) => [path, title, field || 'the whole file', SAID[problem]]))
  })
})

it('a file that an update left in its place is read back there', async () => {
  await exported(exportDisk)
  const report = await exported(damagedBetween((root) => change(join(root, 'Notes/One.md'), 'See', 'Sed'), IN_PLACE))
  expect(lossesOf(report)).toEqual([
    ['Notes/One.md', 'One', '', 'damaged'],
    ['Notes/One.md', 'One', 'body', 'differs'],
  ])
  expect(await rowsSaid()).toHaveLength(2)
})

describe('a disk that lies is found out', () => {
  it('in a record', async () => {
    const report = await exported(lying('One.md', flipped))
    expect(lossesOf(report)).toEqual([
      ['Notes/One.md', 'One', '', 'damaged'],
      ['Notes/One.md', 'One', 'body', 'differs'],
    ])
    expect(report.proof).toMatchObject({ records: 2, files: 1 })
  })

  it.each([MANIFEST, 'EXPORT.md'])('in %s, and nothing is put in place', async (name) => {
    await expect(exported(lying(name, flipped))).rejects.toMatchObject({ code: 'IO', details: { path: name } })
    expect(await readdir(folder)).toEqual(['workspace'])
  })

  it('where it gives nothing back', async () => {
    const files: ExportDisk = {
      ...exportDisk,
      async readFile(path) {
        if (path.endsWith('Two.md')) throw systemError('EIO', 'read', 'A bad block.')
        return exportDisk.readFile(path)
      },
    }
    expect(lossesOf(await exported(files))).toEqual([['Contacts/Two.md', 'Two', '', 'unreadable']])
  })
})

describe('a document for readers', () => {
  const plain = { ...exportPresets.plain, report: true }

  it.each<[string, (root: string) => Promise<void>, Row[]]>([
    ['sound', async () => undefined, []],
    [
      'without its title',
      (root) => change(join(root, 'Notes/One.md'), '# One', '# Ones'),
      [
        ['Notes/One.md', 'One', '', 'damaged'],
        ['Notes/One.md', 'One', 'title', 'differs'],
      ],
    ],
    [
      'without the end of its text',
      (root) => change(join(root, 'Notes/Three- 3.md'), /\]\([^]*/, ']'),
      [
        ['Notes/Three- 3.md', 'Three: 3', '', 'damaged'],
        ['Notes/Three- 3.md', 'Three: 3', 'body', 'differs'],
        ['Notes/Three- 3.md', 'Three: 3', 'body', 'link'],
      ],
    ],
    [
      'with a link to nowhere',
      (root) => change(join(root, 'Notes/Three- 3.md'), /Two\.md/g, 'Too.md'),
      [
        ['Notes/Three- 3.md', 'Three: 3', '', 'damaged'],
        ['Notes/Three- 3.md', 'Three: 3', 'body', 'link'],
      ],
    ],
    [
      'with a file of its record gone',
      (root) => rm(join(root, 'attachments/plan.txt')),
      [['attachments/plan.txt', 'One', 'plan.txt', 'missing']],
    ],
  ])('is told apart: %s', async (_what, damage, losses) => {
    expect(lossesOf(await exported(damagedBetween(damage), plain))).toEqual(losses)
  })

  it.each([
    ['that end in a backslash', String.raw`See [[Two|end\]] and [[One|\]].`],
    ['that stand beside brackets', 'See ]] [[[Two]](a) and ][[Two]](b.md) [[Two]](Nowhere.md) ]([[Two]]).'],
  ])('does not lose links %s', async (_what, body) => {
    await put(newNote(4, 'Four', body))
    expect(lossesOf(await exported(exportDisk, { ...plain, links: 'markdown' }))).toEqual([])
  })
})
