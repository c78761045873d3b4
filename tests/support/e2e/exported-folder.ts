/** Reads an exported folder as another program would: with a YAML parser and Obsidian's rules, not with our own code. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parse } from 'yaml'

/** Path with `/` → bytes, of every file. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return new Map(
    await Promise.all(paths.toSorted().map(async (path) => [path.split(sep).join('/'), await readFile(join(folder, path))] as const)),
  )
}

export interface ExportedFile {
  readonly path: string
  /** The file's name without its ending: what a wikilink names. */
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly body: string
  /** Names in wikilinks, in properties and body. */
  readonly links: readonly string[]
}

/** The markdown files. Throws when one has no front matter that parses. */
export function readExport(files: ReadonlyMap<string, Buffer>): ExportedFile[] {
  return [...files]
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, bytes]) => {
      const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      const match = /^---\n(.*?\n)---\n(.*)$/s.exec(content)
      if (!match) throw new Error(`${path} has no front matter.`)
      const [, head = '', body = ''] = match
      const links = Array.from(content.matchAll(/\[\[([^[\]|#\n]+)[^[\]\n]*\]\]/g), ([, target = '']) => target.replace(/\\$/, '').trim())
      return {
        path,
        name: path.replace(/^.*\//, '').replace(/\.md$/, ''),
        properties: parse(head, { uniqueKeys: true }) as Record<string, unknown>,
        body,
        links,
      }
    })
}

/** Links whose file is not there. Obsidian finds a file by its name in any folder, whatever the case. */
export function brokenLinks(files: readonly ExportedFile[]): string[] {
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  const names = new Set(files.map(({ name }) => fold(name)))
  return files.flatMap(({ path, links }) => links.filter((link) => !names.has(fold(link))).map((link) => `${path}: [[${link}]]`))
}

const isText = (value: unknown): boolean => typeof value === 'string'

/** Properties that are of no type that Obsidian has: text, list, number, checkbox, date. */
export function foreignProperties(files: readonly ExportedFile[]): string[] {
  return files.flatMap(({ path, properties }) =>
    Object.entries(properties)
      .filter(([key, value]) => {
        if (key === 'tags' || key === 'aliases') return !(Array.isArray(value) && value.every(isText))
        if (Array.isArray(value)) return !value.every(isText)
        return value !== null && !['string', 'number', 'boolean'].includes(typeof value)
      })
      .map(([key]) => `${path}: ${key}`),
  )
}
