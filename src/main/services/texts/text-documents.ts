/** Actions and decisions as documents of their own, so that the filters of their lists speak the language of the search. */
import { daysOf } from '../../../shared/search/query-days.ts'
import type { DocumentFilter } from '../../search/document-filter.ts'
import { documentOfHead } from '../../search/document-of.ts'
import { countryReference } from '../countries/reference.ts'
import { countriesSpokenFor } from '../countries/speaks-for.ts'
import type { RecordIndex } from '../record-index.ts'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'

type Filtered = Parameters<DocumentFilter>[0]

type Days = readonly [from: number, to: number]

const NO_DAYS: Days = [0, 0]
/** Of the record, only its title is seen beside its texts. */
const NO_TEXTS: Filtered['fields'] = { title: [], names: [], posts: [], organisations: [], properties: [], body: [], owners: [] }
const NOTHING: Pick<Filtered, 'keywords' | 'days'> = {
  keywords: [],
  days: { date: NO_DAYS, due: NO_DAYS, confirmed: NO_DAYS, updated: NO_DAYS },
}

interface NamedCountry {
  readonly code: string
  readonly names: readonly string[]
}

/** As its record is called, and in each language. */
function namesOfCountry(index: RecordIndex, code: string): readonly string[] {
  const known = countryReference.find((entry) => entry.code === code)
  const title = index.country(code)?.title
  return [...(title === undefined ? [] : [title]), ...(known ? [...Object.values(known.shortNames), ...known.otherNames] : [])]
}

/**
 * What operators ask of a record holds for each of its texts: its kind, countries, tags, how it is filed. It is worked
 * out when an operator asks: most filters are words.
 */
export class TextDocuments {
  readonly #index: RecordIndex
  #last: (Pick<Filtered, 'keywords' | 'days'> & { readonly row: number }) | undefined

  /** By the name of who is responsible: one who answers for many actions is looked up once. */
  readonly #countries = new Map<string, readonly NamedCountry[]>()

  constructor(index: RecordIndex) {
    this.#index = index
  }

  /** Its date is its deadline. It belongs to the countries of its record, and to those that who is responsible speaks for. */
  action(row: number, { text, responsible, recordTitle, due, state, remarks }: ActionRow): Filtered {
    const record = () => this.#record(row)
    const countries = this.#countriesOf(responsible)
    return {
      fields: {
        ...NO_TEXTS,
        title: [recordTitle],
        body: [text, ...remarks.map((remark) => remark.text)],
        names: responsible,
        owners: responsible,
        properties: countries.flatMap(({ names }) => names),
      },
      get keywords() {
        const own = record().keywords.filter((keyword) => keyword !== 'has:date')
        // an action that is cancelled is neither open nor done
        return [
          ...own,
          ...countries.map(({ code }) => `country:${code}`),
          'has:action',
          ...(state === 'cancelled' ? [] : [`is:${state}`]),
          ...(due === '' ? [] : ['has:date']),
        ]
      },
      get days() {
        const days = daysOf(due)
        const date: Days = days ? [days.from, days.to] : NO_DAYS
        // overdue when the last day is over
        const open: Days = days && state === 'open' ? [days.to, days.to] : NO_DAYS
        return { ...record().days, date, due: open }
      },
    }
  }

  decision(row: number, { number, title, text, recordTitle }: DecisionRow): Filtered {
    const record = () => this.#record(row)
    return {
      fields: { ...NO_TEXTS, title: [recordTitle], names: [number], body: [title, text] },
      get keywords() {
        return [...record().keywords, 'has:decision']
      },
      get days() {
        return record().days
      },
    }
  }

  #countriesOf(responsible: readonly string[]): readonly NamedCountry[] {
    const found = new Map<string, NamedCountry>()
    for (const name of responsible) {
      let own = this.#countries.get(name)
      if (!own) {
        own = countriesSpokenFor(this.#index, [name]).map((code) => ({ code, names: namesOfCountry(this.#index, code) }))
        this.#countries.set(name, own)
      }
      for (const country of own) found.set(country.code, country)
    }
    return [...found.values()]
  }

  #record(row: number): Pick<Filtered, 'keywords' | 'days'> {
    if (this.#last?.row === row) return this.#last
    const head = this.#index.headAt(row)
    if (!head) return NOTHING // it has gone since
    const { keywords, days } = documentOfHead(head, row)
    this.#last = { row, keywords: [...keywords, 'has:body'], days }
    return this.#last
  }
}
