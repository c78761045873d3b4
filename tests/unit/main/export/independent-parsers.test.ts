/** What readers that know nothing of Rapporteur find in its files: another parser of YAML, another of CommonMark. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { Parser, type Node, type NodeType } from 'commonmark'
import * as fc from 'fast-check'
import * as yaml from 'js-yaml'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { propertiesOf, systemKeys, type Column } from '../../../../src/main/export/properties.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'
import { workspaceRecords } from '../../../support/arbitrary-records.ts'
import { anna } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

/** More on demand: EXPORT_RUNS=5000. */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 30)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-parsers-'))
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

/** Markdown files by path. */
async function filesIn(target: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && entry.name.endsWith('.md')) files.set(path.slice(target.length + 1), await readFile(path, 'utf8'))
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

/** The text of each paragraph and heading, as a reader sees it. */
function textsOf(markdown: string): string[] {
  const texts: string[] = []
  for (const node of walk(markdown)) {
    if (node.type === 'paragraph' || node.type === 'heading') texts.push('')
    else if (node.type === 'text') texts.push(`${texts.pop() ?? ''}${node.literal ?? ''}`)
    else if (node.type === 'softbreak') texts.push(`${texts.pop() ?? ''} `)
  }
  return texts
}

const wikilinksIn = (text: string) => [...text.matchAll(/\[\[([^[\]|#]+)([^[\]|]*)(?:\|([^[\]]*))?\]\]/g)]

/** Bodies of which every reader of CommonMark has the same view: no name in them is markup. */
const plainBodies = (names: readonly string[]) => {
  const usable = names.filter((name) => !/[`\\<>*_&!~:[\]()#]|^\s|\s$|^[-+\d]/.test(name) && linkKey(name) === linkKey(name.trim()))
  const word = fc.constantFrom('word', 'Слово', 'сөз', 'and', '2019')
  const link = usable.length === 0 ? word : fc.constantFrom(...usable).chain((name) => fc.constantFrom(`[[${name}]]`, `[[${name}|shown]]`))
  const line = fc.array(fc.oneof(word, link), { minLength: 1, maxLength: 5 }).map((words) => `so ${words.join(' ')}`)
  const block = fc.oneof(
    line,
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
  const names = records.flatMap(({ title, aliases }) => [title, ...aliases])
  return fc
    .tuple(...records.map((record) => fc.option(plainBodies(names), { nil: undefined }).map((body) => ({ record, body }))))
    .map((pairs) =>
      pairs.map(({ record, body }) => ({ record: body === undefined ? record : { ...record, body }, plain: body !== undefined })),
    )
})

it(
  'other parsers of YAML and CommonMark find keys, values, texts and links as they are meant',
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(workspaces, async (pairs) => {
        const workspace = await workspaceOf(pairs.map(({ record }) => record))
        const target = join(folder, String(run++))
        await exportMarkdown(workspace, target)
        const files = await filesIn(target)
        const paths = new Map<string, string>()
        for (const [path, text] of files)
          paths.set(String((yaml.load(parted(text).front, { schema: yaml.CORE_SCHEMA }) as { id: string }).id), path)
        expect(paths.size).toBe(pairs.length)
        const holders = new Map(
          pairs.flatMap(({ record }) =>
            [record.title, ...record.aliases].map((name) => [linkKey(name), paths.get(record.id) ?? ''] as const),
          ),
        )
        const stemOf = (name: string) => {
          const path = holders.get(linkKey(name))
          return path === undefined ? undefined : posix.basename(path, '.md')
        }
        for (const { record: given, plain } of pairs) {
          const record = (await workspace.read(given.id)) ?? expect.fail()
          const path = paths.get(record.id) ?? expect.fail()
          const { front, body } = parted(files.get(path) ?? expect.fail())
          expectFront(front, record, posix.basename(path, '.md'), stemOf)
          if (plain) {
            expect(blocksOf(body)).toEqual(blocksOf(record.body))
            expectLinks(body, record.body, stemOf)
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

function expectFront(front: string, record: AnyRecord, stem: string, stemOf: (name: string) => string | undefined): void {
  const core = yaml.load(front, { schema: yaml.CORE_SCHEMA }) as Record<string, unknown>
  const early = yaml.load(front) as Record<string, unknown>
  expect(Object.keys(early)).toEqual(Object.keys(core))
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

function expectLinks(body: string, was: string, stemOf: (name: string) => string | undefined): void {
  const texts = textsOf(was)
  const exported = textsOf(body)
  expect(exported).toHaveLength(texts.length)
  for (const [index, text] of texts.entries()) {
    const meant = wikilinksIn(text).map(([, name = '', heading = '', shown]) => {
      const stem = stemOf(name) ?? name
      return [stem, heading, shown ?? (stem === name ? undefined : name)]
    })
    expect(wikilinksIn(exported[index] ?? '').map(([, name, heading, shown]) => [name, heading, shown])).toEqual(meant)
  }
}
