import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { importMarkdown } from '../../../../src/main/import/index.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { standingOf, withAdoptedHash } from '../../../../src/main/services/meetings/adopted-hash.ts'
import type { AnyRecord, MeetingRecord } from '../../../../src/shared/model/record.ts'
import { anna, bolat, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-import-'))
  workspace = await newWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function newWorkspace(...records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const made = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await made.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })
  return made
}

async function files(contents: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
const titled = async (title: string) => {
  const head = [...workspace.heads()].find((candidate) => candidate.title === title)
  return (head && (await workspace.read(head.id))) ?? expect.fail(`There is no ${title}.`)
}
const titles = () => [...workspace.heads()].map(({ title }) => title).toSorted()

describe('plain files', () => {
  it('become notes with their front matter, the unknown kept', async () => {
    await files({
      'Projects/Astana.md':
        '\ufeff---\r\ntitle: Visit to Astana\r\ntags: [mission, "#civil service"]\r\naliases: Astana trip\r\ndate: 2019-02\r\ncssclasses:\r\n  - wide\r\nzip: 007\r\nclassification: secret\r\ncreated: 2020-01-01\r\nid: 202001011200\r\n---\r\n\r\nText\r\n[[Projects/Plan|the plan]] and [[Plan#Next]].\r\n',
      'Projects/Plan.md': '# The **plan**\n\nText',
      'Без даты.markdown': 'Текст',
    })
    const report = await importMarkdown(workspace, bolat, folder)
    expect(report).toMatchObject({ created: 3, unchanged: 0, refused: [], remarks: [], ignored: 0 })
    expect(await titled('Visit to Astana')).toMatchObject({
      kind: 'note',
      noteType: 'country note',
      tags: ['mission', 'civil', 'service'],
      aliases: ['Astana trip'],
      date: '2019-02',
      classification: 'internal',
      extra: { cssclasses: ['wide'], zip: '007', classification: 'secret', created: '2020-01-01', id: 202001011200 },
      body: 'Text\n[[The plan|the plan]] and [[The plan#Next]].\n',
      createdBy: bolat,
    })
    expect(await titled('The plan')).toMatchObject({ body: '# The **plan**\n\nText' })
    expect(await titled('Без даты')).toMatchObject({ body: 'Текст' })
  })

  it('are written back as they were', async () => {
    await files({
      'in/Note.md': '---\nstatus: open\nrating: 4\nlist:\n  - a\n  - 2\ndone: true\ndue: 2023-05-01\nempty:\nmap: {"a": [1]}\n---\n\nBody',
    })
    await importMarkdown(workspace, bolat, join(folder, 'in'))
    await exportMarkdown(workspace, join(folder, 'out'))
    const copy = await newWorkspace()
    await importMarkdown(copy, anna, join(folder, 'out'))
    const [head] = copy.heads()
    expect(await copy.read(head?.id ?? '')).toMatchObject({
      body: 'Body',
      extra: { status: 'open', rating: 4, list: ['a', 2], done: true, due: '2023-05-01', empty: null, map: { a: [1] } },
    })
    await copy.close()
  })

  it('get another title where theirs cannot be or is taken, and the report says so', async () => {
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(1, 'README'), 0))
    await files({
      'a/README.md': 'one',
      'b/README.md': 'two',
      'x.md': '---\ntitle: "A [draft] | #1 ^x"\naliases: [readme, other]\n---\n',
      'long.md': `---\ntitle: ${'x'.repeat(10_000)}\n---\n`,
    })
    const { remarks, created } = await importMarkdown(workspace, bolat, folder)
    expect(created).toBe(4)
    expect(titles()).toEqual(['A (draft) - 1 x', 'README', 'README (a)', 'README (b)', 'x'.repeat(250)].toSorted())
    expect(remarks.map(({ file }) => file).toSorted()).toEqual(['a/README.md', 'b/README.md', 'x.md'])
    expect(await titled('A (draft) - 1 x')).toMatchObject({ aliases: ['other'] })
  })
})

describe('our own export', () => {
  const records = [
    newRecord(1, { kind: 'contact', title: 'Rex Facer', aliases: ['Facer'] }),
    newRecord(2, { kind: 'country', title: 'Kazakhstan', code: 'KAZ' }),
    newNote(3, 'SC/2023/2', '[[Facer]] and [[SC/2023/2|this]]'),
  ]
  const exported = async () => {
    const source = await newWorkspace(...records)
    await exportMarkdown(source, join(folder, 'out'))
    await source.close()
    return join(folder, 'out')
  }

  it('comes back once: the second time nothing is new', async () => {
    const out = await exported()
    expect(await importMarkdown(workspace, bolat, out)).toMatchObject({ created: 3, unchanged: 0, refused: [] })
    const revision = workspace.revision
    expect(await importMarkdown(workspace, bolat, out)).toMatchObject({ created: 0, unchanged: 3, refused: [] })
    expect(workspace.revision).toBe(revision)
  })

  it('does not overwrite what was edited here, and does not bring back what is in the trash', async () => {
    const out = await exported()
    await importMarkdown(workspace, bolat, out)
    await workspace.transact(anna, async (transaction) => {
      const rex = (await transaction.read(idOf(1))) ?? expect.fail()
      const kazakhstan = (await transaction.read(idOf(2))) ?? expect.fail()
      transaction.put({ ...rex, body: 'edited' }, rex.rev)
      transaction.put({ ...kazakhstan, trashed: { at: kazakhstan.updatedAt, by: anna } }, kazakhstan.rev)
    })
    const { refused, unchanged } = await importMarkdown(workspace, bolat, out)
    expect(unchanged).toBe(1)
    expect(refused.map(({ file }) => file).toSorted()).toEqual(['Contacts/Rex Facer.md', 'Countries/Kazakhstan.md'])
    expect(await workspace.read(idOf(1))).toMatchObject({ body: 'edited' })
  })

  it('takes an id that another program has written with capitals for the same', async () => {
    const id = idOf(0xabcdef)
    await files({ 'Here.md': `---\nid: ${id.toUpperCase()}\nkind: note\ntitle: Here\n---\n\none` })
    expect(await importMarkdown(workspace, bolat, folder)).toMatchObject({ created: 1, refused: [] })
    expect(await workspace.read(id)).toMatchObject({ id, title: 'Here' })
    expect(await importMarkdown(workspace, bolat, folder)).toMatchObject({ created: 0, unchanged: 1, refused: [] })
  })

  it('refuses a name or country that another record has, and the same id twice', async () => {
    const out = await exported()
    await files({ 'out/Copy.md': `---\nid: ${idOf(3)}\nkind: note\ntitle: Copy\n---\n` })
    await workspace.transact(anna, async (transaction) => {
      transaction.put(newNote(11, 'facer'), 0)
      transaction.put(newRecord(12, { kind: 'country', title: 'Қазақстан', code: 'KAZ' }), 0)
    })
    const { created, refused } = await importMarkdown(workspace, bolat, out)
    expect(created).toBe(1)
    expect(refused.map(({ file }) => file).toSorted()).toEqual(['Contacts/Rex Facer.md', 'Countries/Kazakhstan.md', 'Notes/SC-2023-2.md'])
  })

  it('takes over edits made outside, also when links moved', async () => {
    const out = await exported()
    await files({
      'out/Notes/SC-2023-2.md': `---\nid: ${idOf(3)}\nkind: note\ntitle: SC/2023/2\ntopic: 2023\noriginal-links:\n  - "1 Facer"\n---\n\nNew [[SC-2023-2|this]], then [[Rex Facer|Facer]].`,
    })
    await importMarkdown(workspace, bolat, out)
    expect(await titled('SC/2023/2')).toMatchObject({ topic: '2023', body: 'New [[SC/2023/2|this]], then [[Rex Facer|Facer]].' })
  })

  it.each([
    ['a field that does not fit', 'stage: finished', /stage does not fit/],
    ['a date that is none', 'start: 2023-02-31', /start does not fit/],
    ['a line with too many parts', 'stated-figures:\n  - "a | b | c | d"', /stated-figures has more parts/],
    ['a list where one text belongs', 'place: [a, b]', /place is not one text/],
    ['a title that cannot be', 'title: "a[b]"', /cannot be a title/],
  ])('refuses %s and says which', async (_name, property, reason) => {
    await files({ 'Meeting.md': `---\nid: ${idOf(1)}\nkind: meeting\n${property}\n---\n`, 'Good.md': 'x' })
    const report = await importMarkdown(workspace, bolat, folder)
    expect(report.created).toBe(1)
    expect(report.refused).toHaveLength(1)
    expect(report.refused[0]?.reason).toMatch(reason)
  })
})

describe('hostile files', () => {
  it('are left out with a reason, and the others come in', async () => {
    await files({
      'bomb.md': `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n`,
      'proto.md': '---\n__proto__: {admin: true}\n---\n',
      'proto2.md': '---\na: {"__proto__": {"admin": true}}\n---\n',
      'constructor.md': '---\nconstructor: x\ntoString: y\n---\n',
      'deep.md': `---\na: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n---\n`,
      'twice.md': '---\na: 1\na: 2\n---\n',
      'broken.md': '---\na: "unclosed\n---\n',
      'list.md': '---\n- a\n---\n',
      'long.md': `---\n${'? a\n'.repeat(50_000)}---\n`,
      'binary.md': Uint8Array.from([0x80, 0xff, 0xfe]),
      'cp1251.md': Uint8Array.from([0xcf, 0xf0, 0xe8]),
      'template.md': '---\ncreated: {{date}}\n---\n\n# Title',
      'spoilt.md': `---\nid: ${idOf(1)}\nkind: note\na: "unclosed\n---\n`,
      'good.md': 'text',
      'not-front.md': '---\nno end',
      'picture.png': 'x',
      '.obsidian/app.md': 'settings',
    })
    await writeFile(join(folder, 'large.md'), '')
    await truncate(join(folder, 'large.md'), 30_000_000)
    await symlink('/etc/hostname', join(folder, 'link.md'))
    await symlink(folder, join(folder, 'circle'))
    const started = performance.now()
    const report = await importMarkdown(workspace, bolat, folder)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(titles()).toEqual(['broken', 'constructor', 'good', 'list', 'not-front', 'template'])
    expect(report).toMatchObject({ ignored: 2, ignoredFiles: ['.obsidian', 'picture.png'] })
    expect(report.refused.map(({ file }) => file).toSorted()).toEqual(
      [
        'deep.md',
        'binary.md',
        'bomb.md',
        'circle',
        'cp1251.md',
        'large.md',
        'link.md',
        'long.md',
        'proto.md',
        'proto2.md',
        'spoilt.md',
        'twice.md',
      ].toSorted(),
    )
    expect(await titled('template')).toMatchObject({ extra: {}, body: '---\ncreated: {{date}}\n---\n\n# Title' })
    expect(report.remarks.map(({ file }) => file).toSorted()).toEqual(['broken.md', 'list.md', 'template.md'])
    expect(report.refused.find(({ file }) => file === 'large.md')?.reason).toContain('20 MB')
    expect(await titled('constructor')).toMatchObject({ extra: { constructor: 'x', toString: 'y' } })
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it('in folders without end are left out', async () => {
    await files({ [`${'a/'.repeat(40)}deep.md`]: 'x', 'good.md': 'x' })
    const { refused } = await importMarkdown(workspace, bolat, folder)
    expect(titles()).toEqual(['good'])
    expect(refused).toEqual([{ file: 'a/'.repeat(32).slice(0, -1), reason: expect.stringContaining('32 folders') as string }])
  })

  it('with a body that is too long is refused', async () => {
    await files({ 'a.md': 'x'.repeat(5_000_001), 'b.md': 'y' })
    const { refused } = await importMarkdown(workspace, bolat, folder)
    expect(refused).toEqual([{ file: 'a.md', reason: expect.stringContaining('body') }])
  })
})

describe('failures', () => {
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => expect.fail('It did not fail.'),
      (error: unknown) => (error instanceof AppError ? error.code : error),
    )

  it('change nothing', async () => {
    await files({ 'a.md': 'x', 'b.md': 'y' })
    const controller = new AbortController()
    expect(
      await failure(importMarkdown(workspace, bolat, folder, { signal: controller.signal, onProgress: () => controller.abort() })),
    ).toBe('CANCELLED')
    expect(await failure(importMarkdown(workspace, bolat, join(folder, 'nowhere')))).toBe('MISSING')
    expect(await failure(importMarkdown(workspace, bolat, join(folder, 'a.md')))).toBe('INVALID_INPUT')
    expect(titles()).toEqual([])
    expect(workspace.revision).toBe(0)
  })
})

describe('adopted minutes', () => {
  const adopted = () =>
    withAdoptedHash(
      newRecord(1, {
        kind: 'meeting',
        title: 'Steering Committee',
        start: '2023-05-17',
        body: 'As adopted, by [[Rex Facer]].\n',
        stage: 'adopted',
        adoption: { how: 'silence', meeting: '', on: '2023-06-16' },
      }),
    )

  it('come with the fingerprint that their export carries', async () => {
    const source = await newWorkspace(adopted())
    await exportMarkdown(source, folder)
    await source.close()
    expect(await importMarkdown(workspace, bolat, folder)).toMatchObject({ created: 1, remarks: [] })
    expect(await titled('Steering Committee')).toMatchObject({ adoptedHash: (adopted() as MeetingRecord).adoptedHash })
  })

  it('whose text was changed elsewhere come as they are, and it is said', async () => {
    const source = await newWorkspace(adopted())
    await exportMarkdown(source, folder)
    await source.close()
    const path = join(folder, 'Meetings', 'Steering Committee.md')
    await writeFile(path, (await readFile(path, 'utf8')).replace('As adopted', 'As somebody would like it'))
    const { remarks } = await importMarkdown(workspace, bolat, folder)
    expect(remarks).toEqual([
      { file: 'Meetings/Steering Committee.md', remark: expect.stringContaining('is not the one that its fingerprint') as string },
    ])
    const record = (await titled('Steering Committee')) as MeetingRecord
    expect(record).toMatchObject({
      body: 'As somebody would like it, by [[Rex Facer]].\n',
      adoptedHash: (adopted() as MeetingRecord).adoptedHash,
    })
    expect(standingOf(record)).toBe('other')
  })
})
