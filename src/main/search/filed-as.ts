/** What a record is filed under: what operators and facets ask for, of a whole record or of its columns alone. */
import type { Classification, Kind } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { dateOf, stageOf } from '../services/head-text.ts'

export interface Filed {
  readonly kind: Kind
  /** Empty for all but contacts. */
  readonly contactType: string
  /** What it is called as a whole. */
  readonly names: readonly string[]
  /** Codes; some may be empty. */
  readonly countries: readonly string[]
  readonly tags: readonly string[]
  readonly classification: Classification
  readonly stage: string
  readonly attachments: number
  /** Partial dates. */
  readonly first: string
  readonly last: string
  readonly confirmedOn: string
  readonly updatedAt: string
}

export function filedOfHead(head: RecordHead): Filed {
  return {
    ...common(head),
    names: namesOf(head),
    contactType: head.kind === 'contact' ? head.contactType : '',
    countries: countriesOf(head),
    stage: stageOf(head) ?? '',
    attachments: head.attachments,
    first: dateOf(head),
    last: head.kind === 'meeting' ? head.end : '',
    confirmedOn: head.kind === 'contact' ? head.confirmedOn : '',
  }
}

/** Not by way of the columns: they come with the schemas, which a worker has no other use for. */
export function filedOfRecord(record: AnyRecord): Filed {
  const filed = { ...common(record), attachments: record.attachments.length, contactType: '', last: '', confirmedOn: '', stage: '' }
  const { countries } = record
  switch (record.kind) {
    case 'contact': {
      const { contactType, confirmedOn } = record
      return { ...filed, names: namesOf(record), contactType, confirmedOn, countries: countriesOf(record), first: confirmedOn }
    }
    case 'country': {
      const { shortNames, formalNames, participation } = record
      const names = [...filed.names, ...Object.values(shortNames), ...Object.values(formalNames)].filter((name) => name !== '')
      return { ...filed, names, countries: countriesOf(record), stage: participation.status, first: participation.since }
    }
    case 'note':
      return { ...filed, countries, stage: record.noteType, first: record.date }
    case 'meeting':
      return { ...filed, names: namesOf(record), countries, stage: record.stage, first: record.start, last: record.end }
    case 'study':
      return { ...filed, countries, stage: record.stage, first: record.deadline }
  }
}

const common = ({ kind, title, aliases, tags, classification, updatedAt }: AnyRecord | RecordHead) => ({
  kind,
  names: [title, ...aliases],
  tags,
  classification,
  updatedAt,
})

/** With symbols and short names: `SC` is how people call the Steering Committee. */
function namesOf(of: AnyRecord | RecordHead): readonly string[] {
  const names = [of.title, ...of.aliases]
  if (of.kind === 'contact') names.push(of.nativeName, of.shortName, of.symbol)
  if (of.kind === 'meeting') names.push(of.symbol)
  return names.filter((name) => name !== '')
}

function countriesOf(of: AnyRecord | RecordHead): readonly string[] {
  if (of.kind === 'country') return [...of.countries, of.code]
  return of.kind === 'contact' ? [...of.countries, of.represents.country, of.seat] : of.countries
}
