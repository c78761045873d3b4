/** Front matter of other programs as fields of ours. What does not fit its field stays as it came. */
import type { Kind } from '../../shared/model/common.ts'
import { parsePartialDate } from '../../shared/model/partial-date.ts'
import { fieldsOf } from '../../shared/model/record.ts'
import { propertiesOf, type Property } from '../export/properties.ts'
import { readName, type FileNames } from '../export/property-values.ts'
import type { Json } from '../export/yaml-writer.ts'
import { countryOfName } from './country-of-name.ts'
import type { Draft } from './draft.ts'
import type { KindWord } from './kind-words.ts'
import { NO_RULES, type MappingRules } from './mapping-rules.ts'
import { defaultFields, isTitleOrAliases, listOf, rowOf, setAt, textOf, type Fields, type ReadFields } from './record-fields.ts'
import { Refusal } from './refusal.ts'

/** How the mapping takes one plain file. */
export interface TakenAs {
  readonly word: KindWord
  /** Of its folder; empty for none. */
  readonly tag: string
  readonly rules: MappingRules
}

export const AS_NOTE: TakenAs = { word: { kind: 'note' }, tag: '', rules: NO_RULES }

/** Their values are codes of countries, and foreign files have names. */
const OF_A_COUNTRY = new Set(['nationality', 'represents-country', 'duty-station-country', 'seat', 'code'])
const TAKES_SEVERAL: ReadonlySet<Property['type']> = new Set(['tags', 'texts', 'links', 'rows'])

interface Taken {
  readonly fields: Fields
  /** Fields that the file says, `posts.title` for a column. */
  readonly said: Set<string>
}

/** `partly`: more stood there than the field can hold. */
type Outcome = 'whole' | 'partly' | 'not'

export function readForeign(draft: Draft, files: FileNames, { word, tag, rules }: TakenAs): ReadFields {
  const taken: Taken = { fields: defaultFields(draft.kind), said: new Set() }
  const extra: Record<string, Json> = {}
  const properties = new Map(propertiesOf[draft.kind].map((property) => [property.key, property]))
  for (const [key, value] of draft.front) {
    if (isTitleOrAliases(key, value)) continue
    const field = rules.fieldOf(draft.kind, key)
    const outcome = field === undefined ? 'not' : take(taken, draft.kind, field, value, properties, files)
    if (outcome !== 'whole') extra[key] = value
  }
  const { fields, said } = taken
  if (tag !== '') addTo(taken, draft.kind, 'tags', foreignTags(tag))
  if (word.contactType && draft.kind === 'contact' && !said.has('contactType')) fields['contactType'] = word.contactType
  if (word.noteType && draft.kind === 'note' && !said.has('noteType')) fields['noteType'] = word.noteType
  if (draft.kind === 'country' && fields['code'] === '') fields['code'] = codeOf(draft) ?? ''
  return { fields, extra, said: new Set([...said].map((one) => one.split('.')[0] ?? one)) }
}

/** The country that a plain file is about, by what it is called. */
export const codeOf = ({ title, aliases, stem }: Pick<Draft, 'title' | 'aliases' | 'stem'>): string | undefined =>
  [title, ...aliases, stem].map(countryOfName).find((code) => code !== undefined)

function take(taken: Taken, kind: Kind, field: string, value: Json, properties: ReadonlyMap<string, Property>, files: FileNames): Outcome {
  if (field.startsWith('posts.')) return takePosts(taken, field.slice('posts.'.length), value, files)
  const property = properties.get(field)
  if (!property) return 'not'
  const [name, part] = property.path
  if (taken.said.has(property.path.join('.')) && !TAKES_SEVERAL.has(property.type)) return 'not'
  const before = structuredClone(taken.fields[name])
  try {
    const { value: read, isWhole } = readValue(property, value, files)
    if (TAKES_SEVERAL.has(property.type) && part === undefined) addTo(taken, kind, name, read as readonly unknown[])
    else setAt(taken.fields, property, read)
    if (!fits(kind, name, taken.fields[name])) throw new Refusal('it does not fit')
    taken.said.add(property.path.join('.'))
    return isWhole ? 'whole' : 'partly'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    taken.fields[name] = before
    return 'not'
  }
}

const fits = (kind: Kind, field: string, value: unknown): boolean => {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = fieldsOf[kind].shape
  return shape[field]?.safeParse(value).success ?? false
}

function addTo({ fields, said }: Taken, kind: Kind, field: string, items: readonly unknown[]): void {
  const there = (fields[field] as readonly unknown[] | undefined) ?? []
  const known = new Set(there.map((item) => JSON.stringify(item)))
  const together = [...there, ...items.filter((item) => !known.has(JSON.stringify(item)))]
  if (!fits(kind, field, together)) throw new Refusal('it does not fit')
  fields[field] = together
  said.add(field)
}

function takePosts(taken: Taken, column: string, value: Json, files: FileNames): Outcome {
  if (taken.said.has(`posts.${column}`)) return 'not'
  const before = structuredClone(taken.fields['posts']) as Fields[]
  try {
    const posts = structuredClone(before)
    for (const [index, text] of namesIn(value).entries()) {
      const name = column === 'organisation' ? readName(text, files, true) : text
      const cell = column === 'country' ? (countryOfName(name) ?? name) : name
      posts[index] = { ...(posts[index] ?? { title: '', organisation: '', country: '', from: '', to: '', former: false }), [column]: cell }
    }
    if (posts.length === 0 || !fits('contact', 'posts', posts)) return 'not'
    taken.fields['posts'] = posts
    taken.said.add(`posts.${column}`)
    return 'whole'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return 'not'
  }
}

interface Read {
  readonly value: unknown
  readonly isWhole: boolean
}

const whole = (value: unknown): Read => ({ value, isWhole: true })

/** @throws Refusal */
function readValue(property: Property, value: Json, files: FileNames): Read {
  const { key, type } = property
  switch (type) {
    case 'text': {
      const text = textOf(key, oneOf(value))
      return whole(OF_A_COUNTRY.has(key) ? (countryOfName(text) ?? text) : text)
    }
    case 'date':
      return readDate(textOf(key, oneOf(value)))
    case 'link':
      return whole(readName(textOf(key, oneOf(value)), files, true))
    case 'tags':
      return whole(foreignTags(value))
    case 'texts':
      return whole(namesIn(value).map((text) => (key === 'countries' ? (countryOfName(text) ?? text) : text)))
    case 'links':
      return whole(namesIn(value).map((name) => readName(name, files, true)))
    case 'rows':
      return whole(linesOf(key, value).map((line) => rowOf(property, line, files, true)))
  }
}

/** Obsidian's list properties with one value. */
const oneOf = (value: Json): Json => (Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value)

/** A list, a text with semicolons, or links with commas between them. @throws Refusal */
function namesIn(value: Json): string[] {
  const texts = listOf('it', value)
  return texts.flatMap((text) => {
    const links = text.match(/\[\[[^[\]]+\]\]/g)
    if (links && text.replace(/\[\[[^[\]]+\]\]|[\s,;]/g, '') === '') return links
    return text
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
  })
}

function linesOf(key: string, value: Json): string[] {
  if (key === 'participants') return namesIn(value)
  return listOf(key, value)
    .flatMap((text) => text.split(/[;,]/))
    .map((text) =>
      text
        .trim()
        .replace(/^\[[^\]]*\]\(([^()]*)\)$/, '$1')
        .replace(/^(?:mailto|tel):/i, ''),
    )
    .filter(Boolean)
}

/** A day as people and programs write it, in a link too; of a moment the day. @throws Refusal */
function readDate(written: string): Read {
  const text = written.trim().replace(/^\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]$/, '$1')
  if (text === '' || parsePartialDate(text)) return whole(text)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const [year = '', month = '', day = ''] = iso ? iso.slice(1) : european ? european.slice(1).toReversed() : []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!parsePartialDate(date)) throw new Refusal('it is no date')
  // the hour is kept as it came
  return { value: date, isWhole: !/[T ]/.test(text) }
}

/** Obsidian takes `a, b` and `#a` for tags as well. @throws Refusal */
function foreignTags(value: Json): string[] {
  const tags = listOf('tags', value).flatMap((text) => text.split(/[\s,]+/u))
  return [
    ...new Set(
      tags
        .map((tag) =>
          tag
            .replace(/^#+/, '')
            .replace(/[#[\]]/g, '-')
            .slice(0, 100),
        )
        .filter(Boolean),
    ),
  ]
}
