/**
 * The part of YAML that Rapporteur writes and most people do: flat keys with scalars, block lists of scalars, and JSON.
 * Read line by line in linear time; anything else is left to the YAML library.
 */
import { yamlValue, type Json } from '../export/yaml-writer.ts'
import { assertKey, isTooDeep, numberOrText } from './yaml-values.ts'

const ENTRY = /^(\p{L}[\p{L}\p{M}\p{N} _.()'’+/&-]*|"(?:[^"\\]|\\.){0,400}"):(?: +(.*))?$/su
const ITEM = /^( *)- +(.*)$/s
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} _.,;()'’+/&-]*$/u
const DATE = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/
const NUMBER = /^-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,4})?$/
/** YAML reads these as something else than text, in any case of letters. */
const NOT_TEXT = /^(?:true|false|null)$/i
const NOT_THIS = Symbol('not this part of YAML')

/** Undefined when there is something in it that this reader does not know. @throws Refusal for a key that may not be. */
export function readFlatYaml(front: string): Map<string, Json> | undefined {
  const entries = new Map<string, Json>()
  let lastKey = ''
  let list: Json[] | undefined
  /** Of the items of the list. */
  let indent = 0
  for (const line of front.split('\n')) {
    const text = withoutEnd(line)
    if (text === '') continue
    const item = ITEM.exec(text)
    if (item) {
      const value = scalar(item[2] ?? '')
      const own = item[1]?.length ?? 0
      if (!list || value === NOT_THIS || (list.length > 0 && own !== indent)) return undefined
      indent = own
      list.push(value)
      entries.set(lastKey, list)
      continue
    }
    const entry = ENTRY.exec(text)
    const key = entry ? keyOf(entry[1] ?? '') : undefined
    if (key === undefined) return undefined
    assertKey(key, entries)
    lastKey = key
    const written = entry?.[2]
    // nothing, unless the lines below make it a list
    const value = written === undefined ? null : scalar(written)
    if (value === NOT_THIS) return undefined
    list = written === undefined ? [] : undefined
    entries.set(key, value)
  }
  return entries
}

/** Without the spaces, tabs and carriage return at its end. */
function withoutEnd(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--
  return line.slice(0, end)
}

function keyOf(text: string): string | undefined {
  if (!text.startsWith('"')) return NOT_TEXT.test(text) || text.endsWith(' ') ? undefined : text
  const key = fromJson(text)
  return typeof key === 'string' ? key : undefined
}

function scalar(text: string): Json | typeof NOT_THIS {
  if (text.startsWith('"')) return fromJson(text)
  if (text.startsWith('[') || text.startsWith('{')) {
    const value = fromJson(text)
    // only as Rapporteur writes it: a key that stands there twice would be lost
    return value !== NOT_THIS && !text.includes('"__proto__"') && !isTooDeep(value) && yamlValue(value) === text ? value : NOT_THIS
  }
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  if (DATE.test(text)) return text
  if (NUMBER.test(text)) return numberOrText(text)
  return PLAIN.test(text) && !NOT_TEXT.test(text) ? text : NOT_THIS
}

/** JSON, with YAML's escape for characters beyond the first plane. */
function fromJson(text: string): Json | typeof NOT_THIS {
  const json = text.replace(/\\(?:U([0-9a-f]{8})|.)/g, (all, hex: string | undefined) =>
    hex === undefined || Number.parseInt(hex, 16) > 0x10_ff_ff ? all : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
  try {
    return JSON.parse(json) as Json
  } catch (error) {
    // not JSON, or nested beyond what it reads
    if (error instanceof SyntaxError || error instanceof RangeError) return NOT_THIS
    throw error
  }
}
