/** What readers that know nothing of Rapporteur find in its files: another parser of YAML, another of CommonMark. */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { Parser, type Node, type NodeType } from 'commonmark'
import * as fc from 'fast-check'
import * as yaml from 'js-yaml'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { MANIFEST } from '../../../../src/main/export/manifest.ts'
import { propertiesOf, systemKeys, type Column } from '../../../../src/main/export/properties.ts'
import { AttachmentStore } from '../../../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { Attachment } from '../../../../src/shared/model/attachment.ts'
import {
  exportLanguages,
  exportLayouts,
  exportPresets,
  frontMatterStyles,
  linkStyles,
  type ExportOptions,
} from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'
import { workspaceRecords } from '../../../support/arbitrary-records.ts'
import { anna } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

/** More on demand: EXPORT_RUNS=5000. */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 12)

let folder: string
let store: AttachmentStore
let picture: Attachment
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-parsers-'))
  await mkdir(join(folder, 'workspace'))
  store = new AttachmentStore(join(folder, 'workspace'))
  const incoming = await store.receive(4)
  await incoming.write(Buffer.from('plan'))
  picture = { name: PICTURE, ...(await incoming.finish()), addedAt: '2023-05-17T14:02:00.000Z' }
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

/** By path; the list of files is not among them. */
async function filesIn(target: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && entry.name !== MANIFEST) files.set(path.slice(target.length + 1), await readFile(path, 'utf8'))
  }
  return files
}

/** Parted as Obsidian and Jekyll do: at the first two lines `---`. */
function parted(text: string): { front: string; body: string } {
  const match = /^---\n([^]*?\n)---\n(?:\n([^]*))?$/.exec(text) ?? expect.fail('No front matter.')
  return { front: match[1] ?? '', body: match[2] ?? '' }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** YAML 1.1 makes dates of what stands bare; they are compared as they are written. */
function dated(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}
const asRead = (value: string) => (DAY.test(value) ? `${value}T00:00:00.000Z` : value)

function walk(markdown: string): Node[] {
  const nodes: Node[] = []
  const walker = new Parser().parse(markdown).walker()
  for (let event = walker.next(); event; event = walker.next()) if (event.entering) nodes.push(event.node)
  return nodes
}

const INLINE: ReadonlySet<NodeType> = new Set(['text', 'softbreak', 'linebreak', 'emph', 'strong', 'html_inline', 'link', 'image', 'code'])
const blocksOf = (markdown: string) =>
  walk(markdown)
    .filter(({ type }) => !INLINE.has(type))
    .map((node) => [node.type, node.level, node.listType, node.literal === null ? null : node.info])

interface Text {
  readonly text: string
  readonly links: readonly Link[]
}

interface Link {
  readonly destination: string
  readonly text: string
  readonly image: boolean
}

/** The text of each paragraph and heading, as a reader sees it, and its links. */
function textsOf(markdown: string): { text: string; links: Link[] }[] {
  const texts: { text: string; links: Link[] }[] = []
  for (const node of walk(markdown)) {
    const last = texts.at(-1)
    if (node.type === 'paragraph' || node.type === 'heading') texts.push({ text: '', links: [] })
    else if (last && node.type === 'text') last.text += node.literal ?? ''
    else if (last && node.type === 'softbreak') last.text += ' '
    else if (last && (node.type === 'link' || node.type === 'image'))
      last.links.push({ destination: node.destination ?? '', text: wordsOf(node), image: node.type === 'image' })
  }
  return texts
}

function wordsOf(node: Node): string {
  let words = ''
  for (let child = node.firstChild; child; child = child.next) words += child.literal ?? ''
  return words
}

const wikilinksIn = (text: string) => [...text.matchAll(/\[\[([^[\]|#]+)([^[\]|]*)(?:\|([^[\]]*))?\]\]/g)]

const PICTURE = 'The plan (1).png'

const isPlain = (name: string) => !/[`\\<>*_&!~:[\]()#]|^\s|\s$|^[-+\d]/.test(name)

/** Bodies of which every reader of CommonMark has the same view: no name in them is markup. */
const plainBodies = (names: readonly string[]) => {
  const usable = names.filter(isPlain)
  const word = fc.constantFrom('word', 'Слово', 'сөз', 'and', '2019')
  const link = usable.length === 0 ? word : fc.constantFrom(...usable).chain((name) => fc.constantFrom(`[[${name}]]`, `[[${name}|shown]]`))
  const line = fc.array(fc.oneof(word, link), { minLength: 1, maxLength: 5 }).map((words) => `so ${words.join(' ')}`)
  const block = fc.oneof(
    line,
    fc.constant(`so ![[${PICTURE}]] is it`),
    fc.tuple(line, line).map((lines) => lines.join('\n')),
    line.map((text) => `## ${text}`),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item, at) => `${at + 1}. ${item}`).join('\n')),
    fc.tuple(line, line).map((lines) => lines.map((text) => `> ${text}`).join('\n')),
    line.map((text) => `\`\`\`\n${text}\n\`\`\``),
    fc.constant('---'),
  )
  return fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'))
}

const workspaces = workspaceRecords.chain((records) => {
  // outside, a link by an alias has the name of the file
  const names = records.filter(({ title }) => isPlain(title)).flatMap(({ title, aliases }) => [title, ...aliases])
  return fc
    .tuple(...records.map((record) => fc.option(plainBodies(names), { nil: undefined }).map((body) => ({ record, body }))))
    .map((pairs) =>
      pairs.map(({ record, body }) => ({
        record: body === undefined ? record : { ...record, body, attachments: [picture] },
        plain: body !== undefined,
      })),
    )
})

const choices: fc.Arbitrary<ExportOptions> = fc.record({
  layout: fc.constantFrom(...exportLayouts),
  links: fc.constantFrom(...linkStyles),
  frontMatter: fc.constantFrom(...frontMatterStyles),
  attachments: fc.constant(true),
  language: fc.constantFrom(...exportLanguages),
  upTo: fc.constant('strictly confidential'),
  report: fc.constant(false),
})

it(
  'other parsers of YAML and CommonMark find keys, values, texts and links as they are meant, whatever the options',
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(workspaces, choices, async (pairs, options) => {
        const workspace = await workspaceOf(pairs.map(({ record }) => record))
        const exported = async (as: ExportOptions) => {
          const target = join(folder, String(run++))
          await exportMarkdown(workspace, target, { options: as, attachments: store })
          return filesIn(target)
        }
        // which file is whose, a document for readers does not say
        const named = await exported({ ...exportPresets.obsidian, layout: options.layout, language: options.language })
        const files = await exported(options)
        expect([...files.keys()].toSorted()).toEqual([...named.keys()].toSorted())
        const paths = new Map<string, string>()
        for (const [path, text] of named)
          if (!path.startsWith('attachments/'))
            paths.set(String((yaml.load(parted(text).front, { schema: yaml.CORE_SCHEMA }) as { id: string }).id), path)
        expect(paths.size).toBe(pairs.length)
        const holders = new Map(
          pairs.flatMap(({ record }) =>
            [record.title, ...record.aliases].map((name) => [linkKey(name), paths.get(record.id) ?? ''] as const),
          ),
        )
        const pathOf = (name: string) => holders.get(linkKey(name))
        for (const { record: given, plain } of pairs) {
          const record = (await workspace.read(given.id)) ?? expect.fail()
          const path = paths.get(record.id) ?? expect.fail()
          const text = files.get(path) ?? expect.fail()
          const place: Place = { path, pathOf, files, options }
          if (options.frontMatter === 'none') expectDocument(text, record, place, plain)
          else {
            const { front, body } = parted(text)
            expectFront(front, record, stemOf(path), (name) => stemOf(pathOf(name)))
            if (plain) expectBody(body, record.body, place)
          }
        }
        await workspace.close()
      }),
      // made smaller, a failure would fill the disk with folders
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  RUNS * 600,
)

interface Place {
  readonly path: string
  readonly pathOf: (name: string) => string | undefined
  readonly files: ReadonlyMap<string, string>
  readonly options: ExportOptions
}

const stemOf = <P extends string | undefined>(path: P) => (path === undefined ? undefined : posix.basename(path, '.md')) as P

function expectFront(front: string, record: AnyRecord, stem: string, stemOf: (name: string) => string | undefined): void {
  const core = yaml.load(front, { schema: yaml.CORE_SCHEMA }) as Record<string, unknown>
  const early = yaml.load(front) as Record<string, unknown>
  expect(Object.keys(early)).toEqual(Object.keys(core))
  // as PyYAML and Ruby read it: yes, on, 1:30 and 0o7 are no texts there
  const oldest = parse(front, { version: '1.1', schema: 'yaml-1.1' }) as Record<string, unknown>
  for (const [key, value] of Object.entries(core))
    expect(dated(oldest[key]), key).toEqual(oldest[key] instanceof Date ? asRead(String(value)) : value)
  const keys = new Set(['id', 'kind', ...systemKeys.filter((key) => key in core), ...('original-links' in core ? ['original-links'] : [])])
  expect(core).toMatchObject({
    id: record.id,
    kind: record.kind,
    revision: record.rev,
    created: record.createdAt,
    updated: record.updatedAt,
  })
  expect(early['created']).toBeInstanceOf(Date)
  if (record.title !== stem) {
    keys.add('title')
    expect(core['title']).toBe(record.title)
  }
  const link = (name: string, value: unknown) => {
    const file = name === '' ? undefined : stemOf(name)
    if (file !== undefined) expect(value).toBe(file === name ? `[[${name}]]` : `[[${file}|${name}]]`)
    // docs/dialect.md: a bare name that begins as a link does
    else expect(value).toBe(/^(?:\\|\[\[)/.test(name) ? `\\${name}` : name)
  }
  for (const { key, path, type, columns } of propertiesOf[record.kind]) {
    const value = at({ ...record }, path)
    if (value === '' || (Array.isArray(value) && value.length === 0)) continue
    keys.add(key)
    if (type === 'text') expect([core[key], early[key]]).toEqual([value, value])
    else if (type === 'date') expect([core[key], dated(early[key])]).toEqual([value, asRead(String(value))])
    else if (type === 'link') link(String(value), core[key])
    else if (type === 'links') (value as string[]).forEach((name, index) => link(name, (core[key] as string[])[index]))
    else if (type === 'rows') {
      expect((core[key] as string[]).map(cellsOf)).toEqual(
        (value as Record<string, unknown>[]).map((row) => {
          const cells = columns.map((column) => cellText(at(row, column.path), column, stemOf))
          return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
        }),
      )
    } else expect([core[key], early[key]]).toEqual([value, value])
  }
  if (record.attachments.length > 0) {
    keys.add('attachments')
    expect((core['attachments'] as string[]).map(cellsOf)).toEqual([[PICTURE, '', picture.addedAt, picture.sha256]])
  }
  for (const [key, value] of Object.entries(record.extra)) {
    const as = `extra:${key}` in core ? `extra:${key}` : key
    keys.add(as)
    expect(core[as]).toEqual(value)
    expect(JSON.parse(JSON.stringify(early[as]))).toEqual(JSON.parse(JSON.stringify(value)))
  }
  expect(new Set(Object.keys(core))).toEqual(keys)
}

const at = (object: Record<string, unknown>, [field, part]: readonly [string, string?]): unknown =>
  part === undefined ? object[field] : (object[field] as Record<string, unknown>)[part]

/** The parts of a line, as docs/dialect.md describes them. */
function cellsOf(row: string): string[] {
  const cells: string[] = []
  for (let rest = row; rest !== '';) {
    const [cell = ''] = /^(?:\[\[[^[\]]*\]\](?= \||$)|(?:\\[^]|[^\\|])*)/.exec(rest) ?? []
    const isLast = cell.length === rest.length
    cells.push(cell.startsWith('[[') ? cell : (isLast ? cell : cell.replace(/ $/, '')).replace(/\\([^])/g, '$1'))
    rest = rest.slice(cell.length).replace(/^ ?\| ?/, '')
    if (!isLast && rest === '') cells.push('')
  }
  return cells
}

function cellText(value: unknown, { path, type }: Column, stemOf: (name: string) => string | undefined): string {
  if (type === 'flag') return value === true ? path[0] : ''
  const text = type === 'number' && value === 0 ? '' : String(value)
  const file = type === 'link' && text !== '' ? stemOf(text) : undefined
  if (file === undefined) return text
  return file === text ? `[[${text}]]` : `[[${file}|${text}]]`
}

/** The title as the only heading of its level, then facts, a line, and the text. */
function expectDocument(text: string, { title, body }: AnyRecord, place: Place, plain: boolean): void {
  const [first, ...rest] = walk(text).filter(({ type }) => !INLINE.has(type) && type !== 'document')
  expect([first?.type, first?.level]).toEqual(['heading', 1])
  expect(textsOf(text)[0]?.text.replace(/\s+/gu, '')).toBe(title.replace(/\s+/gu, ''))
  if (!plain) return
  const blocks = blocksOf(body)
  const found = blocksOf(text)
  if (body !== '') expect(found.slice(-blocks.length + 1)).toEqual(blocks.slice(1))
  expect(rest.some(({ type }) => type === 'thematic_break')).toBe(body !== '')
  expectLinks(textsOf(text).slice(-textsOf(body).length || Infinity), textsOf(body), place)
  for (const { links } of textsOf(text)) for (const { destination } of links) expect(place.files.has(leadOf(destination, place))).toBe(true)
}

function expectBody(body: string, was: string, place: Place): void {
  expect(blocksOf(body)).toEqual(blocksOf(was))
  expectLinks(textsOf(body), textsOf(was), place)
}

const leadOf = (destination: string, { path }: Place) => posix.join(posix.dirname(path), decodeURIComponent(destination))

/** A name that stands outside as a link, or as it did. */
function expectLinks(found: readonly Text[], was: readonly Text[], place: Place): void {
  expect(found).toHaveLength(was.length)
  for (const [index, { text }] of was.entries()) {
    const { text: outside = '', links = [] } = found[index] ?? {}
    const wikilinks = wikilinksIn(outside).map(([, name = '', , shown]) => [name, shown])
    const meant = wikilinksIn(text).map(([all, name = '', , shown]) => ({ name, shown, isFile: text.includes(`!${all}`) }))
    const pathOf = ({ name, isFile }: { name: string; isFile: boolean }) => (isFile ? `attachments/${name}` : place.pathOf(name))
    if (place.options.links === 'wikilinks')
      expect(wikilinks).toEqual(
        meant.map(({ name, shown, isFile }) => {
          const stem = isFile ? name : (stemOf(place.pathOf(name)) ?? name)
          return [stem, shown ?? (stem === name ? undefined : name)]
        }),
      )
    else {
      expect(wikilinks).toEqual(meant.filter((link) => pathOf(link) === undefined).map(({ name, shown }) => [name, shown]))
      expect(links.map((link) => [leadOf(link.destination, place), link.text, link.image])).toEqual(
        meant.filter((link) => pathOf(link) !== undefined).map((link) => [pathOf(link), link.shown ?? link.name, link.isFile]),
      )
      for (const { destination } of links) expect(place.files.has(leadOf(destination, place))).toBe(true)
    }
  }
}
