/** A file as the record that it describes. */
import { recordInput, type NewRecord } from '../../shared/model/record.ts'
import { inward } from '../export/body-links.ts'
import { EXTRA_PREFIX, knownKeys, ORIGINAL_LINKS, propertiesOf, WITHHELD_KEY, type Property } from '../export/properties.ts'
import { NO_FILES, readName, type FileNames } from '../export/property-values.ts'
import type { Json } from '../export/yaml-writer.ts'
import type { AttachedFiles } from './attached-files.ts'
import { textsOf, type Draft } from './draft.ts'
import { AS_NOTE, readForeign, type TakenAs } from './foreign-properties.ts'
import { defaultFields, listOf, rowOf, setAt, textOf, type Fields, type ReadFields } from './record-fields.ts'
import { Refusal } from './refusal.ts'
import { inwardFromVault, vaultNames } from './vault-links.ts'
import { VaultPaths } from './vault-paths.ts'
import { propertyFromVault } from './vault-properties.ts'

export interface ReadFile {
  readonly record: NewRecord
  /** Fields that the file says something of; a file of ours says all of them, but no classification where it has none. */
  readonly said: ReadonlySet<string>
}

/**
 * The record a file describes. A file of ours is refused when a field does not fit; a plain one keeps what does not fit
 * among its foreign front matter.
 * @throws Refusal
 */
export const readRecord = (draft: Draft, files: FileNames, attached?: AttachedFiles): NewRecord => readFile(draft, files, attached).record

/** As {@link readRecord}, as a mapping takes it. @throws Refusal */
export function readFile(draft: Draft, files: FileNames, attached?: AttachedFiles, as: TakenAs = AS_NOTE, vault = NO_VAULT): ReadFile {
  const own = attached?.names ?? NO_FILES
  const { fields, extra, said, body } = draft.id === undefined ? readPlain(draft, files, own, as, vault) : readOurs(draft, files, own)
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

const NO_VAULT = new VaultPaths([])

interface ReadText extends ReadFields {
  readonly body: string
}

function readOurs(draft: Draft, files: FileNames, own: FileNames): ReadText {
  const originals = textsOf(draft.front.get(ORIGINAL_LINKS))
  return { ...readOwn(draft, files), body: inward(draft.body, originals, { path: draft.path.normalize('NFC'), files, own }) }
}

function readPlain(draft: Draft, files: FileNames, own: FileNames, as: TakenAs, paths: VaultPaths): ReadText {
  const place = {
    path: draft.path,
    paths,
    titleAt: (path: string) => files.titleAt(path),
    attachmentAt: (path: string) => own.titleAt(path),
  }
  const read = readForeign(draft, vaultNames(place), as)
  const extra = Object.fromEntries(Object.entries(read.extra).map(([key, value]) => [key, propertyFromVault(value, place)]))
  return { ...read, extra, body: inwardFromVault(draft.body, place) }
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
    else if (key === WITHHELD_KEY && value === true) extra[key] = true
    else if (!knownKeys[draft.kind].has(key)) extra[key.startsWith(EXTRA_PREFIX) ? key.slice(EXTRA_PREFIX.length) : key] = value
  }
  const said = new Set(propertiesOf[draft.kind].map(({ path: [field] }) => field))
  // a line that is gone asks for nothing: no classification is none that is lower
  if (!draft.front.has('classification')) said.delete('classification')
  return { fields, extra, said }
}

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
