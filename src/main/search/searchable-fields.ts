import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'

/** What is indexed of a record, weightiest first. */
export interface SearchableFields {
  readonly title: readonly string[]
  readonly aliases: readonly string[]
  /** What people call it besides its title: parts of names, posts, symbols. */
  readonly names: readonly string[]
  readonly properties: readonly string[]
  readonly body: readonly string[]
}

/** Kept elsewhere in the index, or the same in a great many records: finding it would find nothing. */
const NOT_PROPERTIES = new Set([
  'id',
  'kind',
  'rev',
  'title',
  'aliases',
  'body',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'trashed',
  'classification',
  'contactType',
  'noteType',
  'form',
  'meetingType',
  'mode',
  'stage',
  'partnership',
  'rules',
])

export function searchableFields(record: AnyRecord): SearchableFields {
  const names = namesOf(record)
  const properties: string[] = []
  for (const [key, value] of Object.entries(record)) if (!NOT_PROPERTIES.has(key)) collect(value, properties)
  // as written: a link's target counts also where the text shows another word
  return { title: [record.title], aliases: record.aliases, names, properties, body: [record.body] }
}

/** Of a record that cannot be read: its names are known without it. */
export const fieldsOfHead = ({ title, aliases }: RecordHead): SearchableFields => ({
  title: [title],
  aliases,
  names: [],
  properties: [],
  body: [],
})

function namesOf(record: AnyRecord): string[] {
  switch (record.kind) {
    case 'contact':
      return [
        record.given,
        record.family,
        record.nativeName,
        record.shortName,
        record.symbol,
        ...record.posts.flatMap(({ title, organisation }) => [title, organisation]),
      ]
    case 'country':
      return [record.code, ...Object.values(record.shortNames), ...Object.values(record.formalNames)]
    case 'note':
      return [record.topic]
    case 'meeting':
      return [record.symbol, record.session, record.meetingBody]
    case 'study':
      return [...record.authors, record.isbn, record.doi]
  }
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    if (value !== '') texts.push(value)
  } else if (Array.isArray(value)) for (const item of value) collect(item, texts)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, texts)
}
