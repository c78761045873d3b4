/** Countries to choose from: the workspace's own records, and the reference table for all others. */
import type { CountryOption } from '../../../shared/contract/lists.ts'
import type { RecordOf } from '../../../shared/model/record.ts'
import { compareText } from '../lists/list-sort.ts'
import { countryReference, type CountryReference } from './reference.ts'

type Names = CountryOption['names']
type Country = RecordOf<'country'>
/** A country of the workspace; without its names in other languages when its record cannot be read. */
export type OwnCountry = Pick<Country, 'id' | 'code' | 'title' | 'aliases'> & Partial<Pick<Country, 'shortNames' | 'formalNames'>>

const preferred = (own: Names | undefined, reference: Names | undefined): Names => ({
  en: own?.en || reference?.en || '',
  ru: own?.ru || reference?.ru || '',
  kk: own?.kk || reference?.kk || '',
})

function option(code: string, reference: CountryReference | undefined, record: OwnCountry | undefined): CountryOption {
  const names = preferred(record?.shortNames, reference?.shortNames)
  return {
    code,
    alpha2: reference?.alpha2 ?? '',
    numeric: reference?.numeric ?? '',
    names: { ...names, en: names.en || record?.title || code },
    formalNames: preferred(record?.formalNames, reference?.formalNames),
    otherNames: [...new Set([...(reference?.otherNames ?? []), ...(record?.aliases ?? [])])],
    recordId: record?.id ?? null,
  }
}

/** By English name. `records` are the workspace's countries that are not in the trash. */
export function countryOptions(records: readonly OwnCountry[]): CountryOption[] {
  const byCode = new Map(records.map((record) => [record.code, record]))
  const known = countryReference.map((reference) => option(reference.code, reference, byCode.get(reference.code)))
  const codes = new Set(countryReference.map(({ code }) => code))
  const own = records.filter(({ code }) => !codes.has(code)).map((record) => option(record.code, undefined, record))
  return [...known, ...own].toSorted((a, b) => compareText(a.names.en, b.names.en))
}
