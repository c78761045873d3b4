import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportDisk, type ExportDisk } from '../../../../src/main/export/export-disk.ts'
import { collisionKey } from '../../../../src/main/export/file-names.ts'
import { exportMarkdown, type ExportRun } from '../../../../src/main/export/index.ts'
import { MANIFEST } from '../../../../src/main/export/manifest.ts'
import { MirrorFolder } from '../../../../src/main/export/mirror/mirror-folder.ts'
import { scopeKey } from '../../../../src/main/export/scope.ts'
import { exportWords } from '../../../../src/main/export/words/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { exportLanguages, exportLayouts, exportPresets, type ExportOptions } from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { safeName } from '../../../../src/shared/text/safe-file-name.ts'
import { ExportFolder, failure } from '../../../support/export-folder.ts'
import { idOf, newNote, newRecord } from '../../../support/new-record.ts'

let there: ExportFolder
beforeEach(async () => {
  there = await ExportFolder.make()
})
afterEach(() => there.remove())

type Chosen = Partial<ExportOptions>
const exported = (chosen: Chosen = {}, run: ExportRun = {}, target = there.target) =>
  exportMarkdown(there.workspace, target, { ...run, options: { ...exportPresets.obsidian, ...chosen } })

const oneOfEach = () =>
  there.put(
    newRecord(1, {
      kind: 'country',
      title: 'Kazakhstan',
      code: 'KAZ',
      countries: ['KAZ'],
      shortNames: { en: 'Kazakhstan', ru: 'Казахстан', kk: 'Қазақстан' },
    }),
    newRecord(2, { kind: 'contact', title: 'Alikhan', represents: { country: 'KAZ', organisation: '' } }),
    newRecord(3, { kind: 'contact', title: 'World Bank', contactType: 'organisation', seat: 'USA' }),
    newRecord(4, { kind: 'note', title: 'Visit', date: '2019-02', countries: ['KAZ', 'USA'], body: 'With [[Alikhan]] of [[Kazakhstan]].' }),
    newRecord(5, { kind: 'meeting', title: 'Session', start: '2021-05-17' }),
    newRecord(6, { kind: 'study', title: 'Remuneration', deadline: '2024', countries: ['EST'] }),
    { ...newRecord(7, { kind: 'note', title: 'Loose', body: 'See [[Visit]].' }) },
  )

describe('folders', () => {
  beforeEach(oneOfEach)

  it('by kind, by country, by year, and none', async () => {
    const of = async (chosen: Chosen) => {
      await exported(chosen, {}, join(there.folder, JSON.stringify(chosen).replace(/\W/g, '')))
      return there.paths(join(there.folder, JSON.stringify(chosen).replace(/\W/g, '')))
    }
    expect(await of({ layout: 'kind', language: 'ru' })).toEqual([
      'Записки/Loose.md',
      'Записки/Visit.md',
      'Заседания/Session.md',
      'Исследования/Remuneration.md',
      'Контакты/Alikhan.md',
      'Контакты/World Bank.md',
      'Страны/Kazakhstan.md',
    ])
    expect(await of({ layout: 'country' })).toEqual([
      'Estonia/Remuneration.md',
      'Kazakhstan/Alikhan.md',
      'Kazakhstan/Kazakhstan.md',
      'Kazakhstan/Visit.md',
      'No country/Loose.md',
      'No country/Session.md',
      'United States of America/World Bank.md',
    ])
    expect(await of({ layout: 'country', language: 'kk' })).toContain('Қазақстан/Visit.md')
    const made = (await there.workspace.read(idOf(7)))?.createdAt.slice(0, 4)
    expect(await of({ layout: 'year' })).toEqual(
      [
        '2019/Visit.md',
        '2021/Session.md',
        '2024/Remuneration.md',
        `${made}/Loose.md`,
        'Contacts/Alikhan.md',
        'Contacts/World Bank.md',
        'Countries/Kazakhstan.md',
      ].toSorted(),
    )
    expect(await of({ layout: 'flat' })).toEqual(
      ['Alikhan', 'Kazakhstan', 'Loose', 'Remuneration', 'Session', 'Visit', 'World Bank'].map((stem) => `${stem}.md`),
    )
  })

  it('of countries are safe, and never two that some system takes for one', async () => {
    await there.put(
      newRecord(11, { kind: 'country', title: 'Attachments', code: 'AAA', shortNames: { en: 'attachments', ru: '', kk: '' } }),
      newRecord(12, { kind: 'country', title: 'B: of/the?', code: 'BBB' }),
      newRecord(13, { kind: 'country', title: 'KAZAKHSTAN again', code: 'CCC', shortNames: { en: 'KAZAKHSTAN', ru: '', kk: '' } }),
      newRecord(14, { kind: 'note', title: 'Of no country we know', countries: ['XQZ'] }),
    )
    await exported({ layout: 'country' })
    const folders = (await readdir(there.target)).filter((name) => name !== MANIFEST)
    expect(folders).toEqual(expect.arrayContaining(['attachments (2)', 'B- of-the', 'KAZAKHSTAN', 'Kazakhstan (2)', 'XQZ']))
    expect(new Set(folders.map(collisionKey)).size).toBe(folders.length)
  })

  it('of a country whose record is above the level bear the name that everybody knows', async () => {
    await there.change(1, {
      classification: 'confidential',
      title: 'Secret name',
      shortNames: { en: 'Secret name', ru: '', kk: '' },
    } as never)
    const report = await exported({ layout: 'country', upTo: 'internal' })
    expect(await there.paths()).toContain('Kazakhstan/Alikhan.md')
    expect(Object.entries(await there.files()).join('\n')).not.toContain('Secret')
    expect(report).toMatchObject({ level: 'internal', withheld: { records: 1, files: 0 } })
  })

  it('names of files are unique over all folders', async () => {
    await there.put(newNote(21, 'Who?', ''), newRecord(22, { kind: 'contact', title: 'who*' }), newNote(23, 'See', '[[Who?]] and [[who*]]'))
    for (const layout of exportLayouts) {
      await exported({ layout })
      const stems = (await there.paths()).map((path) => collisionKey(path.replace(/^.*\//, '')))
      expect(new Set(stems).size).toBe(stems.length)
    }
  })

  it.each(exportLanguages)('words for folders in %s are safe names, each another one', (language) => {
    const { folders, noCountry } = exportWords(language)
    const names = [...Object.values(folders), noCountry]
    expect(names.map(safeName)).toEqual(names)
    expect(new Set([...names, 'attachments'].map(collisionKey)).size).toBe(names.length + 1)
  })
})

describe('another choice into the same folder', () => {
  beforeEach(oneOfEach)

  it('moves the files, and leaves what an export into a new folder makes', async () => {
    const choices: readonly Chosen[] = [
      { layout: 'country', language: 'ru' },
      { layout: 'flat', links: 'markdown' },
      { layout: 'year', frontMatter: 'none', language: 'kk' },
      { layout: 'kind' },
    ]
    await exported()
    for (const [number, chosen] of choices.entries()) {
      await exported(chosen)
      await exported(chosen, {}, join(there.folder, String(number)))
      expect(await there.files()).toEqual(await there.files(join(there.folder, String(number))))
      expect((await readdir(there.target)).toSorted()).toEqual((await readdir(join(there.folder, String(number)))).toSorted())
      expect(await exported(chosen)).toMatchObject({ files: 7, unchanged: 7, removed: 0, kept: [] })
    }
  })

  it('keeps files that were changed by hand, and names them', async () => {
    await exported()
    await writeFile(join(there.target, 'Notes', 'Visit.md'), 'by hand')
    await mkdir(join(there.target, 'Kazakhstan'))
    await writeFile(join(there.target, 'Kazakhstan', 'Alikhan.md'), 'of the person')
    const report = await exported({ layout: 'country' })
    expect(report.kept.toSorted()).toEqual(['Kazakhstan/Alikhan (edited).md', 'Notes/Visit.md'])
    expect(await there.files()).toMatchObject({
      'Notes/Visit.md': 'by hand',
      'Kazakhstan/Alikhan (edited).md': 'of the person',
      'Kazakhstan/Visit.md': expect.stringContaining('kind: note'),
    })
  })

  it('brings up to date what an earlier release made', async () => {
    await exported()
    const { [MANIFEST]: manifest = '', ...before } = await there.files()
    const { format, workspace, files } = JSON.parse(manifest) as Record<string, unknown>
    await writeFile(join(there.target, MANIFEST), JSON.stringify({ format, version: 1, workspace, files }))
    expect(await exported()).toMatchObject({ unchanged: 7, removed: 0, kept: [] })
    expect(await there.files()).toEqual({ ...before, [MANIFEST]: manifest })
    expect(await exported({ layout: 'flat' })).toMatchObject({ removed: 7 })
  })

  it('a file that is written in while the export is made is set aside', async () => {
    await exported()
    await there.change(4, { body: 'Changed.' })
    const disk: ExportDisk = {
      ...exportDisk,
      async createFile(path) {
        if (path.endsWith(MANIFEST)) await writeFile(join(there.target, 'Notes', 'Visit.md'), 'typed just now')
        return exportDisk.createFile(path)
      },
    }
    expect(await exported({}, { files: disk })).toMatchObject({ kept: ['Notes/Visit (edited).md'] })
    expect((await there.files())['Notes/Visit (edited).md']).toBe('typed just now')
  })
})

describe('scopes', () => {
  beforeEach(oneOfEach)
  const some = (...numbers: readonly number[]): ExportRun => {
    const ids = numbers.map(idOf)
    return { scope: { key: scopeKey({ what: 'records', ids }), ids: new Set(ids) } }
  }

  it('a part leaves with links to the rest as they are, and is brought up to date by itself alone', async () => {
    expect(await exported({}, some(4, 7))).toMatchObject({ files: 2 })
    expect((await there.files())['Notes/Visit.md']).toMatch(/With \[\[Alikhan\]\] of \[\[Kazakhstan\]\]\.$/)
    expect(await exported({ layout: 'flat' }, some(7, 4))).toMatchObject({ files: 2, removed: 2 })
    const before = await there.files()
    expect(await failure(exported())).toBe('NOT_EMPTY')
    expect(await failure(exported({}, some(4)))).toBe('NOT_EMPTY')
    expect(await there.files()).toEqual(before)
  })

  it('no file has the name of a record that stays behind, because links to that one would open it', async () => {
    await there.put(newNote(11, 'X/Y'), newNote(12, 'X-Y'), newNote(13, 'Other', '[[X-Y]] and [[X/Y]]'))
    await exported({}, some(11, 13))
    const files = await there.files()
    expect(Object.keys(files)).toContain('Notes/X-Y (2).md')
    expect(files['Notes/Other.md']).toContain('[[X-Y]] and [[X-Y (2)|X/Y]]')
  })

  it('nothing of a scope there any more, or all of it above the level, is said and makes no folder', async () => {
    expect(await failure(exported({}, some(99)))).toBe('NOT_FOUND')
    expect(await failure(exported({ upTo: 'public' }, some(4, 7)))).toBe('NOT_FOUND')
    expect(await readdir(there.folder)).toEqual([])
  })

  it('the key of a scope tells no words of it, and is the same in whatever order it was chosen', () => {
    const search = { what: 'search', text: 'Baimenov', filters: { kinds: ['note', 'study'], countries: [], tags: [], years: [] } } as const
    const turned = { ...search, filters: { ...search.filters, kinds: ['study', 'note'] } } as const
    expect(scopeKey(search as never)).toBe(scopeKey(turned as never))
    expect(scopeKey(search as never)).not.toContain('Baimenov')
    expect(scopeKey({ what: 'records', ids: [idOf(1), idOf(2)] })).toBe(scopeKey({ what: 'records', ids: [idOf(2), idOf(1), idOf(2)] }))
    expect(scopeKey({ what: 'records', ids: [idOf(1)] })).not.toBe(scopeKey({ what: 'records', ids: [idOf(2)] }))
  })
})

/** Done once, before the first file is made. */
const meanwhile = (work: () => Promise<void>): ExportDisk => {
  let done = false
  return {
    ...exportDisk,
    async createFolder(path) {
      if (!done) {
        done = true
        await work()
      }
      await exportDisk.createFolder(path)
    },
  }
}

/** Leftovers of an interrupted export that lead out of the folder: by their own name, within, to a file and to nothing. */
async function linkedLeftovers(folder: string, target: string) {
  const outside = join(folder, 'Documents')
  await mkdir(outside)
  await writeFile(join(outside, 'thesis.txt'), 'years of work')
  const partial = join(target, '.rapporteur-partial-')
  await symlink(outside, `${partial}a`)
  await mkdir(`${partial}b`)
  await symlink(outside, join(`${partial}b`, 'Notes'))
  await symlink(join(outside, 'thesis.txt'), join(`${partial}b`, 'thesis.md'))
  await symlink(join(folder, 'Nowhere'), `${partial}c`)
  return { outside, files: { 'thesis.txt': 'years of work' } }
}

it('an export that is made anew takes what a former one into this folder left when it was cut off, and nothing else', async () => {
  await oneOfEach()
  const left = (name: string) => join(there.folder, `.rapporteur-partial-${name}`)
  const own = left(`${basename(there.target)}-0123456789ab`)
  const others = [left(`${basename(there.target)} 2-0123456789ab`), left(`${basename(there.target)}-notes`)]
  for (const folder of [own, ...others]) {
    await mkdir(folder)
    await writeFile(join(folder, 'One.md'), 'half')
  }
  await exported()
  expect((await readdir(there.folder)).filter((name) => name.startsWith('.')).toSorted()).toEqual(
    others.map((path) => basename(path)).toSorted(),
  )
})

describe('changes while it is written', () => {
  beforeEach(oneOfEach)

  it('do not get into it: it is the workspace as it was when it began', async () => {
    await exported({}, {}, join(there.folder, 'Before'))
    const files = meanwhile(async () => {
      await there.change(4, { title: 'Visited', body: 'Another text.' })
      await there.put(newNote(30, 'New', ''))
    })
    await exported({}, { files })
    expect(await there.files()).toEqual(await there.files(join(there.folder, 'Before')))
  })

  it('a record that is classified higher stops it', async () => {
    const files = meanwhile(() => there.change(4, { classification: 'confidential' }))
    expect(await failure(exported({ upTo: 'internal' }, { files }))).toBe('CONFLICT')
    expect(await readdir(there.folder)).toEqual([])
    expect(await exported({ upTo: 'internal' })).toMatchObject({ files: 6, withheld: { records: 1 } })
  })
})

describe('what becomes secret while it is looked what may be named', () => {
  beforeEach(async () => {
    await oneOfEach()
    await there.put(
      { ...newNote(8, 'Old plan'), classification: 'confidential' } as AnyRecord,
      newNote(9, 'Open', 'See [[Old plan]] soon.'),
    )
  })
  /** The names of countries are read when the secret names are known, and before it is settled what leaves. */
  const whenNamed = (work: (time: number) => Promise<void>): Workspace => {
    let time = 0
    return Object.assign(Object.create(there.workspace) as Workspace, {
      async read(id: string) {
        if (id === idOf(1)) await work((time += 1))
        return there.workspace.read(id)
      },
    })
  }
  const byCountry = { ...exportPresets.obsidian, layout: 'country', upTo: 'internal' } as const
  const changes: Readonly<Record<string, (title: string) => Promise<void>>> = {
    renamed: (title) => there.change(8, { title, aliases: ['Old plan'] }),
    made: (title) => there.put({ ...newRecord(Number(title.slice(8)) + 50, { kind: 'note', title }), classification: 'confidential' }),
    'classified higher': async (title) => {
      await there.change(7, { title, classification: 'internal' })
      await there.change(7, { classification: 'confidential' })
    },
  }

  it.each(Object.keys(changes))('%s once: it is looked again, and its name stays here', async (what) => {
    const workspace = whenNamed(async (time) => {
      if (time > 1) return
      await changes[what]?.('Zanzibar1')
      await there.change(9, { body: 'See [[Zanzibar1]] soon.' })
    })
    await exportMarkdown(workspace, there.target, { options: byCountry })
    const written = await there.files()
    expect(written['No country/Open.md']).toMatch(/\n\[withheld\]$/)
    expect(JSON.stringify(written)).not.toContain('Zanzibar')
  })

  it.each(Object.keys(changes))('%s again and again: nothing is put in place', async (what) => {
    const workspace = whenNamed(async (time) => {
      await changes[what]?.(`Zanzibar${time}`)
      await there.change(9, { body: `See [[Zanzibar${time}]] soon.` })
    })
    expect(await failure(exportMarkdown(workspace, there.target, { options: byCountry }))).toBe('CONFLICT')
    expect(await readdir(there.folder)).toEqual([])
  })

  it('a version that is not kept any more is not replaced by a later one', async () => {
    const workspace = Object.assign(Object.create(there.workspace) as Workspace, { readVersion: () => Promise.resolve(undefined) })
    const files = meanwhile(async () => {
      await there.change(8, { title: 'Zanzibar' })
      await there.change(9, { body: 'See [[Zanzibar]] soon.' })
    })
    expect(await failure(exportMarkdown(workspace, there.target, { options: byCountry, files }))).toBe('CONFLICT')
    expect(await readdir(there.folder)).toEqual([])
  })
})

describe('a folder that leads elsewhere', () => {
  beforeEach(oneOfEach)

  it.each(['an earlier export', 'an empty folder'])('is left alone when it is called like leftovers: in %s', async (where) => {
    await (where === 'an empty folder' ? mkdir(there.target) : exported())
    const leftovers = await linkedLeftovers(there.folder, there.target)
    await exported()
    expect(await readdir(there.target)).not.toEqual(expect.arrayContaining([expect.stringContaining('partial')]))
    expect(await there.files(leftovers.outside)).toEqual(leftovers.files)
  })

  it('is left alone by a mirror that tidies up', async () => {
    await mkdir(there.target)
    const leftovers = await linkedLeftovers(there.folder, there.target)
    await new MirrorFolder(exportDisk, there.target).tidy()
    expect(await readdir(there.target)).toEqual([])
    expect(await there.files(leftovers.outside)).toEqual(leftovers.files)
  })

  it('is not written into, and nothing changes', async () => {
    await exported()
    const outside = join(there.folder, 'Outside')
    await rm(join(there.target, 'Notes'), { recursive: true })
    await mkdir(outside)
    await symlink(outside, join(there.target, 'Notes'))
    await there.change(2, { title: 'Alikhan B.' })
    const before = await there.files()
    expect(await failure(exported())).toBe('NOT_EMPTY')
    expect(await readdir(outside)).toEqual([])
    expect(await there.files()).toEqual(before)
  })
})

describe('a list of files', () => {
  beforeEach(async () => {
    await oneOfEach()
    await exported()
  })

  it.each([
    '../One.md',
    '/etc/One.md',
    'C:/One.md',
    'a\\b.md',
    'a/b/c/d.md',
    'a//b.md',
    './a.md',
    '.obsidian/One.md',
    'NUL.md',
    'aux/One.md',
    'One.txt',
    'a/One.md.',
    '',
  ])('that claims %s is not trusted', async (path) => {
    const manifest = JSON.parse((await there.files())[MANIFEST] ?? '') as { files: Record<string, string> }
    await writeFile(join(there.target, MANIFEST), JSON.stringify({ ...manifest, files: { ...manifest.files, [path]: '0'.repeat(64) } }))
    const before = await there.files()
    expect(await failure(exported())).toBe('NOT_EMPTY')
    expect(await there.files()).toEqual(before)
  })
})

it('attachments stay behind when they are not wanted, and are counted', async () => {
  const attachment = {
    name: 'Plan.pdf',
    sha256: 'a'.repeat(64),
    bytes: 3,
    mediaType: 'application/pdf',
    addedAt: '2023-05-17T14:02:00.000Z',
  }
  await there.put({ ...newNote(1, 'One', 'See ![[Plan.pdf]].'), attachments: [attachment] })
  expect(await exported({ attachments: false })).toMatchObject({ files: 1, drops: [{ code: 'attachments', count: 1 }] })
  expect((await there.files())['Notes/One.md']).toMatch(/See !\[\[Plan\.pdf\]\]\.$/)
})
