/** Writes front matter: flat keys, block lists, strings quoted whenever a reader of YAML 1.1 or 1.2 could take them for something else. */
import type { z } from '../../shared/model/zod.ts'
import type { json } from '../../shared/model/common.ts'

export type Json = z.infer<typeof json>

/** A date or time that stands unquoted, so that it is a date to Obsidian. */
export class Bare {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Begins with a letter and holds nothing that YAML reads. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} _.,;()'’+/&-]*[\p{L}\p{M}\p{N}_.,;()'’+/&-])?$/u
/** Readers of YAML 1.1 take `E0` for a number without digits before its exponent. */
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|e[0-9]+)$/i
/** The same without letters of other scripts, which costs a tenth. */
const PLAIN_ASCII = /^[A-Za-z](?:[\w .,;()'+/&-]*[\w.,;()'+/&-])?$/
const ASCII = /^[ -~]*$/
/** JSON leaves these as they are; YAML does not take them all, and no reader can see them. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu
/** YAML readers refuse a longer key without a question mark. */
const LONGEST_KEY = 900
/** The same keys stand in every file. */
const keys = new Map<string, string>()
const MOST_KEYS = 1_000

/** One key and its value. A list without entries is `[]`. */
export function yamlEntry(key: string, value: Json | Bare): string {
  const name = keyString(key)
  if (value instanceof Bare) return `${name}: ${value.text}\n`
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object' || item === null)) {
    return `${name}:\n${value.map((item) => `  - ${yamlValue(item)}\n`).join('')}`
  }
  return `${name}: ${yamlValue(value)}\n`
}

function keyString(key: string): string {
  const known = keys.get(key)
  if (known !== undefined) return known
  const made = yamlString(key)
  if (keys.size < MOST_KEYS) keys.set(key, made)
  return made
}

export function yamlString(text: string): string {
  const isPlain = PLAIN_ASCII.test(text) || (!ASCII.test(text) && PLAIN.test(text))
  return isPlain && !WORDS.test(text) ? text : quoted(text)
}

function quoted(text: string): string {
  const json = JSON.stringify(text)
  if (ASCII.test(text)) return json
  return json.replace(UNSEEN, (char) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16)
    return char.length === 1 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
  })
}

/** A value on one line. */
export function yamlValue(value: Json): string {
  if (typeof value === 'string') return yamlString(value)
  if (Array.isArray(value)) return `[${value.map(nested).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.keys(value)
      .toSorted(byCodeUnit)
      .map((key) => `${key.length > LONGEST_KEY ? '? ' : ''}${quoted(key)}: ${nested(value[key] ?? null)}`)
    return `{${entries.join(', ')}}`
  }
  return JSON.stringify(value)
}

/** Inside brackets a comma would end a plain string. */
const nested = (value: Json): string => (typeof value === 'string' ? quoted(value) : yamlValue(value))

export const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
