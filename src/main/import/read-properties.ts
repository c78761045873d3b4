/** A file as the record that it describes. */
import { recordInput, type NewRecord } from '../../shared/model/record.ts'
import { inward } from '../export/body-links.ts'
import { EXTRA_PREFIX, knownKeys, ORIGINAL_LINKS, propertiesOf, type Property } from '../export/properties.ts'
import { NO_FILES, readName, type FileNames } from '../export/property-values.ts'
import type { Json } from '../export/yaml-writer.ts'
import type { AttachedFiles } from './attached-files.ts'
import { textsOf, type Draft } from './draft.ts'
import { AS_NOTE, readForeign, type TakenAs } from './foreign-properties.ts'
import { defaultFields, listOf, rowOf, setAt, textOf, type Fields, type ReadFields } from './record-fields.ts'
import { Refusal } from './refusal.ts'

export interface ReadFile {
  readonly record: NewRecord
  /** Fields that the file says something of; a file of ours says all of them. */
  readonly said: ReadonlySet<string>
}

/**
 * The record a file describes. A file of ours is refused when a field does not fit; a plain one keeps what does not fit
 * among its foreign front matter.
 * @throws Refusal
 */
export const readRecord = (draft: Draft, files: FileNames, attached?: AttachedFiles): NewRecord => readFile(draft, files, attached).record

/** As {@link readRecord}, as a mapping takes it. @throws Refusal */
export function readFile(draft: Draft, files: FileNames, attached?: AttachedFiles, as: TakenAs = AS_NOTE): ReadFile {
  const ours = draft.id !== undefined
  const { fields, extra, said } = ours ? readOwn(draft, files) : readForeign(draft, files, as)
  const originals = ours ? textsOf(draft.front.get(ORIGINAL_LINKS)) : []
  const place = { path: draft.path.normalize('NFC'), files: ours ? files : byPath(files), own: attached?.names ?? NO_FILES }
  const body = inward(draft.body, originals, place)
  const checked = recordInput.safeParse({
    kind: draft.kind,
    title: draft.title,
    ...fields,
    aliases: [...draft.aliases],
    extra,
    body,
    attachments: [...(attached?.attachments ?? [])],
  })
  if (checked.success) return { record: checked.data, said }
  const issue = checked.error.issues[0]
  throw new Refusal(`${keyOf(draft, issue?.path ?? [])} does not fit: ${issue?.message ?? 'unknown'}`)
}

/** Front matter as Rapporteur writes it. @throws Refusal */
function readOwn(draft: Draft, files: FileNames): ReadFields {
  const fields: Fields = defaultFields(draft.kind)
  const extra: Record<string, Json> = {}
  const properties = new Map(propertiesOf[draft.kind].map((property) => [property.key, property]))
  for (const [key, value] of draft.front) {
    if (key === 'title' || key === 'aliases') continue
    const property = properties.get(key)
    if (property) setAt(fields, property, readValue(property, value, files))
    else if (!knownKeys[draft.kind].has(key)) extra[key.startsWith(EXTRA_PREFIX) ? key.slice(EXTRA_PREFIX.length) : key] = value
  }
  return { fields, extra, said: new Set(propertiesOf[draft.kind].map(({ path: [field] }) => field)) }
}

/** Obsidian also writes `[[Folder/Note]]` and `[[Note.md]]`. */
const byPath = (files: FileNames): FileNames => ({
  ...files,
  titleOf: (file) => files.titleOf(file) ?? files.titleOf((file.split('/').at(-1) ?? '').replace(/\.md$/i, '')),
})

/** @throws Refusal */
function readValue(property: Property, value: Json, files: FileNames): unknown {
  const { key, type } = property
  switch (type) {
    case 'text':
    case 'date':
      return textOf(key, value)
    case 'link':
      return readName(textOf(key, value), files, false)
    case 'tags':
    case 'texts':
      return listOf(key, value)
    case 'links':
      return listOf(key, value).map((name) => readName(name, files, false))
    case 'rows':
      return listOf(key, value).map((line) => rowOf(property, line, files, false))
  }
}

function keyOf({ kind }: Draft, path: readonly PropertyKey[]): string {
  const found = propertiesOf[kind].find(({ path: [field, part] }) => field === path[0] && (part === undefined || part === path[1]))
  return found?.key ?? String(path[0] ?? 'something')
}
