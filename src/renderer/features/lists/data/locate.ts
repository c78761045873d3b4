/** Where a record stands in its list, when it was opened from elsewhere. */
import { contactTypes } from '../../../../shared/model/vocabulary.ts'
import { client } from '../../../api/client.ts'
import { listQueryOf, type Filter, type Section, type Sort } from '../../../parts/rows/sections.ts'

export interface Found {
  readonly index: number
  /** The filter under which it stands there. */
  readonly filter: Filter
}

/** Undefined when the filter hides it: what a person has filtered away is not brought back behind their back. */
export async function locate(section: Section, filter: Filter, sort: Sort, id: string): Promise<Found | undefined> {
  // people, organisations and bodies are three lists, and the record decides which of them is shown
  const filters =
    section === 'contacts'
      ? [filter, ...contactTypes.filter((type) => type !== filter.contactType).map((contactType) => ({ ...filter, contactType }))]
      : [filter]
  for (const tried of filters) {
    const { position } = await client.call('list.position', { query: listQueryOf(section, tried, sort), id })
    if (position !== null) return { index: position, filter: tried }
  }
  return undefined
}
