/** One record as a markdown file with front matter. */
import { posix } from 'node:path'
import { parsePartialDate } from '../../shared/model/partial-date.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import { outward } from './body-links.ts'
import { ENDING } from './file-names.ts'
import {
  ATTACHMENTS_KEY,
  EXTRA_PREFIX,
  knownKeys,
  ORIGINAL_LINKS,
  propertiesOf,
  valueAt,
  WITHHELD_KEY,
  type Property,
} from './properties.ts'
import { writeName, writeRow, type FileNames } from './property-values.ts'
import { Bare, byCodeUnit, yamlEntry, type Json } from './yaml-writer.ts'

/** The same record under the same names gives the same text. `path` is that of its own file, from the root; not `isWhole` where something is withheld. */
export function recordFile(
  record: AnyRecord,
  path: string,
  files: FileNames,
  attached: AttachmentFiles,
  links: ExportOptions['links'] = 'wikilinks',
  own = attached.namesIn(record),
  isWhole = true,
): string {
  const file = posix.basename(path, ENDING)
  const place = { path, files, own }
  const { body, originals } = outward(record.body, place, { style: links, forReaders: false })
  let front = yamlEntry('id', record.id) + yamlEntry('kind', record.kind)
  if (record.title !== file) front += yamlEntry('title', record.title)
  for (const property of propertiesOf[record.kind]) {
    const value = written(property, valueAt(record, property.path), files)
    if (value !== undefined) front += yamlEntry(property.key, value)
  }
  if (record.attachments.length > 0) front += yamlEntry(ATTACHMENTS_KEY, attached.rowsOf(record))
  // a record that came in without a part goes on without it
  if (!isWhole || record.extra[WITHHELD_KEY] === true) front += yamlEntry(WITHHELD_KEY, true)
  front += yamlEntry('revision', record.rev)
  front += yamlEntry('created', new Bare(record.createdAt)) + yamlEntry('created-by', record.createdBy.name)
  if (record.createdBy.device !== '') front += yamlEntry('created-device', record.createdBy.device)
  front += yamlEntry('updated', new Bare(record.updatedAt)) + yamlEntry('updated-by', record.updatedBy.name)
  if (record.updatedBy.device !== '') front += yamlEntry('updated-device', record.updatedBy.device)
  if (originals.length > 0) front += yamlEntry(ORIGINAL_LINKS, [...originals])
  for (const key of Object.keys(record.extra).toSorted(byCodeUnit)) {
    if (key === WITHHELD_KEY && record.extra[key] === true) continue
    const clashes = knownKeys[record.kind].has(key) || key.startsWith(EXTRA_PREFIX)
    front += yamlEntry(clashes ? `${EXTRA_PREFIX}${key}` : key, record.extra[key] ?? null)
  }
  return `---\n${front}---\n${body === '' ? '' : `\n${body}`}`
}

/** Undefined when there is nothing to write. */
function written(property: Property, value: unknown, files: FileNames): Json | Bare | undefined {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  switch (property.type) {
    case 'text':
      return String(value)
    case 'date':
      // partial ones are text: a bare 2019 would be a number
      return parsePartialDate(String(value))?.day === undefined ? String(value) : new Bare(String(value))
    case 'link':
      return writeName(String(value), files)
    case 'tags':
    case 'texts':
      return textsOf(value)
    case 'links':
      return textsOf(value).map((name) => writeName(name, files))
    case 'rows':
      return (value as readonly object[]).map((row) =>
        writeRow(
          property.columns.map(({ type, path }) => {
            const cell = valueAt(row, path)
            if (type === 'flag') return { type: 'text', value: cell === true ? path[0] : '' }
            if (type === 'number') return { type: 'text', value: cell === 0 ? '' : String(cell) }
            return { type, value: String(cell) }
          }),
          files,
        ),
      )
  }
}

const textsOf = (value: unknown) => (value as readonly string[]).map(String)
