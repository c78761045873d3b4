/** Front matter as the fields of a record. */
import { fieldsOf, recordInput, type NewRecord } from '../../shared/model/record.ts'
import { inward } from '../export/body-links.ts'
import { EXTRA_PREFIX, knownKeys, ORIGINAL_LINKS, propertiesOf, type Property } from '../export/properties.ts'
import { NO_FILES, readName, readRow, type FileNames } from '../export/property-values.ts'
import type { Json } from '../export/yaml-writer.ts'
import type { AttachedFiles } from './attached-files.ts'
import { textsOf, type Draft } from './draft.ts'
import { Refusal } from './refusal.ts'

type Fields = Record<string, unknown>

/** Keys that a plain file may have for the same thing, and that are read elsewhere. */
const READ_ELSEWHERE = new Set(['title', 'aliases', 'alias'])

/**
 * The record a file describes. A file of ours is refused when a field does not fit; a plain one keeps what does not fit
 * among its foreign front matter.
 * @throws Refusal
 */
export function readRecord(draft: Draft, files: FileNames, attached?: AttachedFiles): NewRecord {
  const ours = draft.id !== undefined
  const fields: Fields = structuredClone(fieldsOf[draft.kind].parse(draft.kind === 'country' ? { code: 'ZZZ' } : {}))
  if (draft.kind === 'country') fields['code'] = ''
  const extra: Record<string, Json> = {}
  const properties = new Map(propertiesOf[draft.kind].map((property) => [property.key, property]))
  for (const [key, value] of draft.front) {
    if (READ_ELSEWHERE.has(key) && (ours || isTitleOrAliases(key, value))) continue
    const property = properties.get(key)
    if (ours) {
      if (property) setAt(fields, property, readValue(property, value, files, false))
      else if (!knownKeys[draft.kind].has(key)) extra[key.startsWith(EXTRA_PREFIX) ? key.slice(EXTRA_PREFIX.length) : key] = value
    } else if (!property || !readInto(fields, draft, property, value, files)) extra[key] = value
  }
  const originals = ours ? textsOf(draft.front.get(ORIGINAL_LINKS)) : []
  const place = { path: draft.path.normalize('NFC'), files: ours ? files : byPath(files), own: attached?.names ?? NO_FILES }
  const body = inward(draft.body, originals, place)
  const attachments = [...(attached?.attachments ?? [])]
  const checked = recordInput.safeParse({
    kind: draft.kind,
    title: draft.title,
    ...fields,
    aliases: [...draft.aliases],
    extra,
    body,
    attachments,
  })
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  throw new Refusal(`${keyOf(properties, issue?.path ?? [])} does not fit: ${issue?.message ?? 'unknown'}`)
}

/** Obsidian also writes `[[Folder/Note]]` and `[[Note.md]]`. */
const byPath = (files: FileNames): FileNames => ({
  ...files,
  titleOf: (file) => files.titleOf(file) ?? files.titleOf((file.split('/').at(-1) ?? '').replace(/\.md$/i, '')),
})

const isTitleOrAliases = (key: string, value: Json) =>
  key === 'title'
    ? typeof value === 'string' || typeof value === 'number'
    : value === null || typeof value !== 'object' || Array.isArray(value)

/** A plain file's value becomes a field only when it fits there. */
function readInto(fields: Fields, draft: Draft, property: Property, value: Json, files: FileNames): boolean {
  const before = structuredClone(fields)
  try {
    setAt(fields, property, readValue(property, value, files, true))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
  if (recordInput.safeParse({ kind: draft.kind, title: 'A', ...fields }).success) return true
  Object.assign(fields, before)
  return false
}

/** @throws Refusal */
function readValue(property: Property, value: Json, files: FileNames, foreign: boolean): unknown {
  const { key, type } = property
  switch (type) {
    case 'text':
    case 'date':
      return textOf(key, value)
    case 'link':
      return readName(textOf(key, value), files, foreign)
    case 'tags':
      return foreign ? foreignTags(value) : listOf(key, value)
    case 'texts':
      return listOf(key, value)
    case 'links':
      return listOf(key, value).map((name) => readName(name, files, foreign))
    case 'rows':
      return listOf(key, value).map((line) => rowOf(property, line, files, foreign))
  }
}

function rowOf({ key, columns }: Property, line: string, files: FileNames, foreign: boolean): object {
  const types = columns.map(({ type }) => (type === 'link' ? 'link' : 'text'))
  const cells = readRow(line, types, files, foreign)
  if (cells.length > columns.length) throw new Refusal(`a line of ${key} has more parts than ${columns.length}`)
  const row: Fields = {}
  for (const [index, { path, type }] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (type === 'flag' && cell !== '' && cell !== path[0])
      throw new Refusal(`a line of ${key} has “${cell.slice(0, 60)}” where “${path[0]}” or nothing belongs`)
    if (type === 'number' && !/^\d{0,15}$/.test(cell))
      throw new Refusal(`a line of ${key} has “${cell.slice(0, 60)}” where a whole number or nothing belongs`)
    const [field, part] = path
    if (part === undefined) row[field] = type === 'flag' ? cell !== '' : type === 'number' ? Number(cell) : cell
    else row[field] = { ...(row[field] as object | undefined), [part]: cell }
  }
  return row
}

function setAt(fields: Fields, { path: [field, part] }: Property, value: unknown): void {
  if (part === undefined) fields[field] = value
  else fields[field] = { ...(fields[field] as object), [part]: value }
}

function textOf(key: string, value: Json): string {
  if (value === null) return ''
  if (typeof value === 'object') throw new Refusal(`${key} is not one text`)
  return String(value)
}

function listOf(key: string, value: Json): string[] {
  if (value === null) return []
  return (Array.isArray(value) ? value : [value]).map((item) => textOf(key, item))
}

/** Obsidian takes `a, b` and `#a` for tags as well. */
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

function keyOf(properties: ReadonlyMap<string, Property>, path: readonly PropertyKey[]): string {
  const found = [...properties.values()].find(({ path: [field, part] }) => field === path[0] && (part === undefined || part === path[1]))
  return found?.key ?? String(path[0] ?? 'something')
}
