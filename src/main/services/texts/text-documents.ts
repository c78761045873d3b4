/** Actions and decisions as documents of their own, so that the filters of their lists speak the language of the search. */
import { daysOf } from '../../../shared/search/query-days.ts'
import type { DocumentFilter } from '../../search/document-filter.ts'
import { documentOfHead } from '../../search/document-of.ts'
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

/**
 * What operators ask of a record holds for each of its texts: its kind, countries, tags, how it is filed. It is worked
 * out when an operator asks: most filters are words.
 */
export class TextDocuments {
  readonly #index: RecordIndex
  #last: (Pick<Filtered, 'keywords' | 'days'> & { readonly row: number }) | undefined

  constructor(index: RecordIndex) {
    this.#index = index
  }

  /** Its date is its deadline. */
  action(row: number, { text, responsible, recordTitle, due, state }: ActionRow): Filtered {
    const record = () => this.#record(row)
    return {
      fields: { ...NO_TEXTS, title: [recordTitle], body: [text], names: responsible, owners: responsible },
      get keywords() {
        const own = record().keywords.filter((keyword) => keyword !== 'has:date')
        // an action that is cancelled is neither open nor done
        return [...own, 'has:action', ...(state === 'cancelled' ? [] : [`is:${state}`]), ...(due === '' ? [] : ['has:date'])]
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

  #record(row: number): Pick<Filtered, 'keywords' | 'days'> {
    if (this.#last?.row === row) return this.#last
    const head = this.#index.headAt(row)
    if (!head) return NOTHING // it has gone since
    const { keywords, days } = documentOfHead(head, row)
    this.#last = { row, keywords: [...keywords, 'has:body'], days }
    return this.#last
  }
}
