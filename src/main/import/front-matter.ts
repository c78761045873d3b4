/** Front matter of a markdown file as JSON. Nothing in it is run, resolved or followed. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Json } from '../export/yaml-writer.ts'
import { readFlatYaml } from './flat-yaml.ts'
import { Refusal } from './refusal.ts'
import { assertBounded, tokensOf } from './yaml-bounds.ts'
import { assertKey, MAX_DEPTH, numberOrText } from './yaml-values.ts'

/** For the YAML library; what Rapporteur writes is read by other means. */
const MAX_FREE_YAML = 64 * 1024

export interface SplitFile {
  /** Undefined when the file begins with no front matter. */
  readonly front: string | undefined
  /** All that follows, as it stands. */
  readonly rest: string
}

/** Parts a file at the lines `---`. */
export function splitFile(text: string): SplitFile {
  const open = /^---[ \t]*\r?\n/.exec(text)?.[0]
  if (open === undefined) return { front: undefined, rest: text }
  const close = /^---[ \t]*(?:\r?\n|$)/gm
  close.lastIndex = open.length
  const end = close.exec(text)
  if (!end) return { front: undefined, rest: text }
  return { front: text.slice(open.length, end.index), rest: text.slice(end.index + end[0].length) }
}

/** What stands between the lines is no front matter, such as a template's: harmless, and text. */
export class NoFrontMatter extends Refusal {}

/** @throws Refusal when it is no YAML mapping, or one that does not fit JSON. */
export function readFrontMatter(front: string): Map<string, Json> {
  const flat = readFlatYaml(front)
  if (flat) return flat
  if (front.length > MAX_FREE_YAML) throw new Refusal('its front matter is too long')
  assertBounded(tokensOf(front))
  const document = parseDocument(front, { schema: 'core', version: '1.2', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0) throw new NoFrontMatter('its front matter is not valid YAML')
  if (document.contents === null) return new Map()
  if (!isMap(document.contents)) throw new NoFrontMatter('its front matter is not a list of keys and values')
  return entriesOf(document.contents.items, 0)
}

function entriesOf(items: readonly { readonly key: unknown; readonly value: unknown }[], depth: number): Map<string, Json> {
  const entries = new Map<string, Json>()
  for (const { key, value } of items) {
    const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined
    if (name === undefined) throw new NoFrontMatter('its front matter has a key that is not text')
    assertKey(name, entries)
    entries.set(name, jsonOf(value, depth + 1))
  }
  return entries
}

function jsonOf(node: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw new Refusal('its front matter is nested too deeply')
  if (node === null || node === undefined) return null
  if (isAlias(node)) throw new Refusal('its front matter uses YAML aliases')
  if (isSeq(node)) return node.items.map((item) => jsonOf(item, depth + 1))
  if (isMap(node)) return Object.fromEntries(entriesOf(node.items, depth))
  if (!isScalar(node)) throw new Refusal('its front matter is not valid YAML')
  const { value, source } = node
  if (typeof value === 'number') return numberOrText(source ?? String(value))
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  return source ?? ''
}
