/** What tells a new record apart from another of its title: a person's organisation, a meeting's or note's date. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import { countryReference } from '../countries/reference.ts'
import type { RecordIndex } from '../record-index.ts'
import type { Distinction } from './record-names.ts'

type Named = Pick<AnyRecord, 'kind'> & Partial<AnyRecord>

function organisationMark(name: string, index: RecordIndex): string {
  const head = name === '' ? undefined : index.target(name)
  return head?.kind === 'contact' && head.shortName !== '' ? head.shortName : name
}

const countryMark = (code: string, index: RecordIndex): string =>
  index.country(code)?.title ?? countryReference.find((entry) => entry.code === code)?.shortNames.en ?? code

function marks(record: Named, index: RecordIndex): string[] {
  switch (record.kind) {
    case 'contact': {
      const organisations = [
        ...(record.posts ?? []).map((post) => post.organisation),
        record.represents?.organisation ?? '',
        record.parent ?? '',
      ]
      const countries = [record.represents?.country, record.nationality, record.seat, ...(record.countries ?? [])]
      return [...organisations.map((name) => organisationMark(name, index)), ...countries.map((code) => countryMark(code ?? '', index))]
    }
    case 'meeting':
      return [record.start ?? '', record.symbol ?? '']
    case 'note':
      return [record.date ?? '', record.topic ?? '']
    case 'country':
      return [record.code ?? '']
    case 'study':
      return []
  }
}

/** The marks for a title that is free. */
export const distinctionOf = (title: string, record: Named, index: RecordIndex): Distinction => ({ title, marks: marks(record, index) })
