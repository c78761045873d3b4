/** Actions and decisions as documents of their own, so that the filters of their lists speak the language of the search. */
import { daysOf } from '../../../shared/search/query-days.ts'
import { documentOfHead } from '../../search/document-of.ts'
import type { IndexDocument } from '../../search/engine/document.ts'
import type { RecordIndex } from '../record-index.ts'
import type { ActionRow } from './action-rows.ts'
import type { DecisionRow } from './decision-rows.ts'

type Days = readonly [from: number, to: number]
const NO_DAYS: Days = [0, 0]

/** What operators ask of the record holds for each of its texts: its kind, countries, tags, how it is filed. */
export class TextDocuments {
  readonly #index: RecordIndex
  #last: IndexDocument | undefined

  constructor(index: RecordIndex) {
    this.#index = index
  }

  /** Its date is its deadline. Undefined when the record has gone. */
  action(row: number, action: ActionRow): IndexDocument | undefined {
    const record = this.#record(row)
    if (!record) return undefined
    const due = daysOf(action.due)
    const date: Days = due ? [due.from, due.to] : NO_DAYS
    // an action that is cancelled is neither open nor done
    const state = action.state === 'cancelled' ? [] : [`is:${action.state}`]
    return {
      ...record,
      fields: { ...record.fields, body: [action.text], names: action.responsible, owners: action.responsible },
      keywords: [...record.keywords.filter((one) => one !== 'has:date'), ...state, 'has:action', ...(due ? ['has:date'] : [])],
      // overdue when the last day is over
      days: { ...record.days, date, due: due && action.state === 'open' ? [due.to, due.to] : NO_DAYS },
    }
  }

  decision(row: number, { number, title, text }: DecisionRow): IndexDocument | undefined {
    const record = this.#record(row)
    if (!record) return undefined
    const fields = { ...record.fields, names: [number], body: [title, text] }
    return { ...record, fields, keywords: [...record.keywords, 'has:decision'] }
  }

  #record(row: number): IndexDocument | undefined {
    if (this.#last?.row === row) return this.#last
    const head = this.#index.headAt(row)
    if (!head) return undefined
    const document = documentOfHead(head, row)
    const { fields, keywords } = document
    this.#last = {
      ...document,
      // of the record, only its title is seen beside its texts
      fields: { ...fields, names: [], posts: [], organisations: [], properties: [], owners: [] },
      keywords: [...keywords, 'has:body'],
    }
    return this.#last
  }
}
