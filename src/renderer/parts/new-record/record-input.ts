/** The record that the dialog's few fields make. Pure. */
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { titleProblem } from '../../../shared/model/vocabulary.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import { homeZone } from '../../../shared/meetings/place-zones.ts'
import { isPartialDate } from '../../../shared/model/partial-date.ts'
import type { RecordInput } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'

export interface NewRecordFields {
  readonly kind: Kind
  readonly contactType: ContactType
  readonly title: string
  readonly country: CountryOption | null
  /** A partial date, for meetings and notes. */
  readonly date: string
  readonly countries: readonly string[]
  /** The meeting of which it is a session. */
  readonly partOf?: string | undefined
}

export type FieldProblem =
  { readonly field: 'title'; readonly problem: 'empty' | 'tooLong' | 'reserved' | 'control' } | { readonly field: 'country' | 'date' }

/** What keeps the record from being made; undefined when nothing does. */
export function problemOf({ kind, title, country, date }: NewRecordFields): FieldProblem | undefined {
  if (kind === 'country') return country ? undefined : { field: 'country' }
  const problem = titleProblem(title)
  if (problem) return { field: 'title', problem }
  return isPartialDate(date.trim()) ? undefined : { field: 'date' }
}

/** Former and informal names under which a country is also found; each once, without what cannot be a title. */
export function countryAliases({ names, otherNames }: CountryOption): string[] {
  const taken = new Set([linkKey(names.en)])
  const aliases: string[] = []
  for (const name of otherNames) {
    const key = linkKey(name)
    if (titleProblem(name) || taken.has(key)) continue
    taken.add(key)
    aliases.push(name)
  }
  return aliases
}

/** `aliases` are those of {@link countryAliases} that no other record bears. */
export function recordInputOf(fields: NewRecordFields, aliases: readonly string[]): RecordInput {
  const { kind, contactType, country, countries, partOf } = fields
  const title = fields.title.replace(/\s+/gu, ' ').trim()
  const date = fields.date.trim()
  switch (kind) {
    case 'contact':
      return { kind, title, contactType, countries: [...countries] }
    case 'meeting':
      return {
        kind,
        title,
        start: date,
        timeZone: homeZone(),
        countries: [...countries],
        ...(partOf ? { partOf, meetingType: 'session' } : {}),
      }
    case 'note':
      // a note about no country is none of a country
      return { kind, title, date, countries: [...countries], noteType: countries.length > 0 ? 'country note' : 'note for the file' }
    case 'study':
      return { kind, title, countries: [...countries] }
    case 'country': {
      if (!country) throw new Error('A country is made of a choice, and none was made.')
      const { code, names, formalNames } = country
      return { kind, title: title || names.en, code, shortNames: names, formalNames, aliases: [...aliases], countries: [code] }
    }
  }
}
