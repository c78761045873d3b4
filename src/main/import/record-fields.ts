/** Values of front matter on their way into fields. */
import { fieldsOf } from '../../shared/model/record.ts'
import type { Kind } from '../../shared/model/common.ts'
import type { Property } from '../export/properties.ts'
import { readRow, type FileNames } from '../export/property-values.ts'
import type { Json } from '../export/yaml-writer.ts'
import { Refusal } from './refusal.ts'

export type Fields = Record<string, unknown>

export interface ReadFields {
  readonly fields: Fields
  /** Foreign front matter. */
  readonly extra: Readonly<Record<string, Json>>
  /** Fields that the file says something of. */
  readonly said: ReadonlySet<string>
}

/** As a record of the kind is before anything is said of it. */
export function defaultFields(kind: Kind): Fields {
  const fields: Fields = fieldsOf[kind].parse(kind === 'country' ? { code: 'ZZZ' } : {})
  if (kind === 'country') fields['code'] = ''
  return fields
}

/** Keys that a file may have for its names, whose values are read elsewhere. */
export const isTitleOrAliases = (key: string, value: Json): boolean =>
  key === 'title'
    ? typeof value === 'string' || typeof value === 'number'
    : (key === 'aliases' || key === 'alias') && (value === null || typeof value !== 'object' || Array.isArray(value))

/** @throws Refusal */
export function rowOf({ key, columns }: Property, line: string, files: FileNames, foreign: boolean): object {
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

export function setAt(fields: Fields, { path: [field, part] }: Property, value: unknown): void {
  if (part === undefined) fields[field] = value
  else fields[field] = { ...(fields[field] as object), [part]: value }
}

/** @throws Refusal */
export function textOf(key: string, value: Json): string {
  if (value === null) return ''
  if (typeof value === 'object') throw new Refusal(`${key} is not one text`)
  return String(value)
}

/** @throws Refusal */
export function listOf(key: string, value: Json): string[] {
  if (value === null) return []
  return (Array.isArray(value) ? value : [value]).map((item) => textOf(key, item))
}
