/** The texts of a record by the field in which they are looked for. */
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { SearchField } from '../../shared/search/query.ts'

type Texts = Readonly<Record<SearchField, readonly string[]>>

const NONE: Texts = { title: [], names: [], posts: [], organisations: [], properties: [], body: [], owners: [] }

/** Kept elsewhere in the index, or the same in a great many records: finding it would find nothing. */
const NOT_PROPERTIES: ReadonlySet<string> = new Set([
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
  // in fields of their own
  'given',
  'family',
  'nativeName',
  'shortName',
  'symbol',
  'posts',
  'shortNames',
  'formalNames',
  'code',
  'parent',
  'meetingBody',
])

/** `tasks` are the actions of the body. */
export function fieldsOfRecord(record: AnyRecord, tasks: readonly { readonly responsible: readonly string[] }[]): Texts {
  const properties: string[] = []
  for (const [key, value] of Object.entries(record)) {
    if (NOT_PROPERTIES.has(key)) continue
    // who sent a file and where it lies is not what anybody looks for
    collect(key === 'attachments' ? record.attachments.map(({ name }) => name) : value, properties)
  }
  return {
    title: [record.title],
    names: given([...record.aliases, ...namesOf(record)]),
    posts: given(record.kind === 'contact' ? record.posts.map(({ title }) => title) : []),
    organisations: given(organisationsOf(record)),
    properties,
    // as written: a link's target counts also where the text shows another word
    body: given([record.body]),
    owners: [...new Set(given([...ownersOf(record), ...tasks.flatMap(({ responsible }) => responsible)]))],
  }
}

/** What the columns know of them. */
export function fieldsOfHead(head: RecordHead): Texts {
  const common = { ...NONE, title: [head.title], names: head.aliases }
  switch (head.kind) {
    case 'contact':
      return {
        ...common,
        names: given([...head.aliases, head.listName, head.nativeName, head.shortName, head.symbol]),
        posts: given([head.post]),
        organisations: given([head.organisation, head.represents.organisation]),
        properties: given([head.dutyStation.place, ...head.tags]),
      }
    case 'country':
      return { ...common, names: given([...head.aliases, head.code, head.formalName]), properties: given([head.group, ...head.tags]) }
    case 'note':
      return { ...common, properties: given([head.topic, ...head.tags]) }
    case 'meeting':
      return {
        ...common,
        names: given([...head.aliases, head.symbol]),
        organisations: given([head.meetingBody]),
        properties: given([head.place, head.partOf, ...head.tags]),
      }
    case 'study':
      return { ...common, properties: given([...head.authors, ...head.tags]), owners: given(head.authors) }
  }
}

function namesOf(record: AnyRecord): readonly string[] {
  switch (record.kind) {
    case 'contact':
      return [record.given, record.family, record.nativeName, record.shortName, record.symbol]
    case 'country':
      return [record.code, ...Object.values(record.shortNames), ...Object.values(record.formalNames)]
    case 'meeting':
      return [record.symbol]
    case 'note':
    case 'study':
      return []
  }
}

function organisationsOf(record: AnyRecord): readonly string[] {
  if (record.kind === 'meeting' || record.kind === 'note') return [record.meetingBody]
  if (record.kind !== 'contact') return []
  return [...record.posts.map(({ organisation }) => organisation), record.represents.organisation, record.parent]
}

/** Who made a record answers for it, and who has its text in hand. */
function ownersOf(record: AnyRecord): readonly string[] {
  const own = record.kind === 'study' ? record.authors : record.kind === 'meeting' ? [record.secretary] : []
  return [...own, record.createdBy.name]
}

const given = (texts: readonly string[]): string[] => texts.filter((text) => text !== '')

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    if (value !== '') texts.push(value)
  } else if (Array.isArray(value)) for (const item of value) collect(item, texts)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, texts)
}
