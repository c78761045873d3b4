/** The search of the command line: the same index, language and orders as in a window. */
import { searchSorts, type SearchHit } from '../../shared/contract/search.ts'
import { AppError } from '../../shared/errors.ts'
import type { HeadOf, RecordHead } from '../../shared/model/head.ts'
import { SearchIndex } from '../search/search-index.ts'
import { localDay } from '../services/calendar.ts'
import { byTitle } from '../services/lists/list-sort.ts'
import { CountryNames } from '../services/search/country-names.ts'
import { QueryReader } from '../services/search/query-reader.ts'
import { Searcher } from '../services/search/searcher.ts'
import type { Workspace } from '../workspace/port.ts'
import type { Surroundings } from './surroundings.ts'

/** As many hits (of a kind, or in one order) as the contract gives at once. */
const MOST_HITS = 200
const LONGEST = 10_000

type Sort = (typeof searchSorts)[number]

export async function search(workspace: Workspace, words: string, flags: ReadonlyMap<string, string>, here: Surroundings): Promise<void> {
  const sort = sortOf(flags)
  const log = {
    error: ({ message, problem }: { message: string; problem?: unknown }) => here.complain(`${message} ${String(problem ?? '')}`),
  }
  const index = new SearchIndex(workspace, {
    log: { error: log.error, info: () => undefined },
    onProgress: ({ done, total }) => {
      if (done < total) here.progress(done, total)
    },
  })
  try {
    await index.ready
    const searcher = searcherOf(workspace, index, here)
    const text = words.slice(0, LONGEST)
    const filters = { kinds: [], countries: [], tags: [], years: [] }
    const found =
      sort === null ? await searcher.best(text, [], MOST_HITS) : await searcher.page({ text, filters, sort, from: 0, count: MOST_HITS })
    if (flags.has('json')) here.print(`${JSON.stringify(found)}\n`)
    else {
      const hits: readonly SearchHit[] = 'hits' in found ? found.hits : found.groups.flatMap((group) => group.hits)
      for (const { kind, title, detail } of hits) here.print(`${kind}\t${title}\t${detail}\n`)
      for (const { code, about } of found.problems) here.complain(`${problems[code]}: ${about}`)
      if (found.searchedFor) here.complain(`Nothing is written so; searched for: ${found.searchedFor.text}`)
      if (found.total === 0) here.complain('Nothing was found.')
      else if (hits.length < found.total) here.complain(`${hits.length} of ${found.total} are shown.`)
    }
  } finally {
    await index.close()
  }
}

const problems = {
  unknownOperator: 'There is no such operator, it was searched as words',
  unknownValue: 'The operator has no such value',
  noValue: 'The operator needs a value',
  badDate: 'This is not a date',
  openQuote: 'The quotation mark is not closed',
  nothingToExclude: 'Nothing follows what would be left out',
  noWords: 'There is no word in it',
  tooLong: 'The query is too long, a part of it was left out',
} as const

/** @throws AppError INVALID_INPUT */
function sortOf(flags: ReadonlyMap<string, string>): Sort | null {
  const wanted = flags.get('sort')
  if (wanted === undefined) return null
  const sort = searchSorts.find((one) => one === wanted)
  if (!sort) throw new AppError('INVALID_INPUT', `There is no order “${wanted}”. Known are ${searchSorts.join(', ')}.`)
  return sort
}

function searcherOf(workspace: Workspace, index: SearchIndex, { clock }: Surroundings): Searcher {
  const live = function* (): Iterable<RecordHead> {
    for (const head of workspace.heads()) if (head.trashedAt === '') yield head
  }
  const countries = new CountryNames(workspace, () => [...live()].filter((head): head is HeadOf<'country'> => head.kind === 'country'))
  return new Searcher({
    workspace,
    index,
    reader: new QueryReader(countries, () => localDay(clock())),
    byTitle: async () => [...live()].toSorted(byTitle).flatMap(({ id }) => workspace.rowOf(id) ?? []),
    tags: function* () {
      for (const { tags } of live()) yield* tags
    },
  })
}
