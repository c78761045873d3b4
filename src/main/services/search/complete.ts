/** What may stand at the caret of a search box: operators, their values, and those that only the workspace knows. */
import type { Output } from '../../../shared/contract/index.ts'
import { asValue, completeQuery, type CompletionItem, type OpenOperator } from '../../../shared/search/complete-query.ts'
import { fold, words } from '../../../shared/text/fold.ts'
import { suggestLinks } from '../links/suggest-links.ts'
import type { RecordIndex } from '../record-index.ts'
import type { CountryNames } from './country-names.ts'

const MOST = 20

const valueItem = (value: string): CompletionItem => ({ insert: asValue(value), label: value, sort: 'value' })

export async function complete(
  text: string,
  caret: number,
  { index, countries }: { readonly index: RecordIndex; readonly countries: CountryNames },
): Promise<Output<'search.complete'>> {
  const { from, to, items, open } = completeQuery(text, caret)
  if (!open) return { from, to, items: [...items] }
  const values = await openValues(open.operator, open.typed, index, countries)
  return { from, to, items: [...items, ...values.slice(0, MOST).map(valueItem)] }
}

async function openValues(operator: OpenOperator, typed: string, index: RecordIndex, countries: CountryNames): Promise<readonly string[]> {
  switch (operator) {
    case 'country':
      return countryValues(typed, index, countries)
    case 'tag':
      return tagValues(typed, index)
    case 'owner':
      return suggestLinks(index, { text: typed, kinds: ['contact'], contactTypes: ['person'], limit: MOST }).map(({ title }) => title)
  }
}

/** A country once, under the name that was begun; those that records of the workspace have to do with come first. */
async function countryValues(typed: string, index: RecordIndex, countries: CountryNames): Promise<string[]> {
  const begun = words(typed).join(' ')
  const found: { name: string; rank: number }[] = []
  for (const { code, names, formalNames, otherNames } of await countries.options()) {
    const own = [names.en, names.ru, names.kk, code, ...otherNames, ...Object.values(formalNames)]
    const name = own.find((one) => begins(one, begun))
    if (name === undefined) continue
    const isKnown = index.rowsOfCountry(code, ['own', 'self', 'represents', 'seat']).size > 0
    // behind a code that is typed in full stands a name
    found.push({ name: name === code ? names.en : name, rank: isKnown ? 0 : 1 })
  }
  return found.toSorted((a, b) => a.rank - b.rank).map(({ name }) => name)
}

function begins(name: string, begun: string): boolean {
  const own = words(name)
  return own.some((_, at) => own.slice(at).join(' ').startsWith(begun))
}

/** Tags that most records have first. */
function tagValues(typed: string, index: RecordIndex): string[] {
  const begun = fold(typed).trim()
  return [...index.tagCounts()]
    .filter(([tag]) =>
      fold(tag)
        .split('/')
        .some((_, at, parts) => parts.slice(at).join('/').startsWith(begun)),
    )
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([tag]) => tag)
}
