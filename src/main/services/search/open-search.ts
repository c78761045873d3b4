/** The search of one open workspace, composed: the index in its thread, and what turns texts into questions to it. */
import type { Emit } from '../../../shared/contract/index.ts'
import type { HeadOf, RecordHead } from '../../../shared/model/head.ts'
import type { Log } from '../../rpc/log.ts'
import { SearchIndex, type Progress } from '../../search/search-index.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { CountryNames } from './country-names.ts'
import { QueryReader } from './query-reader.ts'
import { Searcher } from './searcher.ts'

export interface OpenSearch {
  readonly index: SearchIndex
  readonly reader: QueryReader
  readonly searcher: Searcher
  readonly countries: CountryNames
}

export interface SearchSurroundings {
  readonly emit: Emit
  readonly today: () => string
  readonly log: Log
}

/** Between two words about how far the index is. */
const TELL_EVERY_MS = 100

export function openSearch(
  { workspace, index: records, lists }: Pick<OpenWorkspace, 'workspace' | 'index' | 'lists'>,
  { emit, today, log }: SearchSurroundings,
): OpenSearch {
  let tellAt = 0
  const onProgress = (progress: Progress) => {
    const isWhole = progress.done === progress.total
    if (isWhole) lists.textsKnown()
    else if (performance.now() < tellAt) return
    tellAt = performance.now() + TELL_EVERY_MS
    emit('search.progressed', progress)
  }
  const index = new SearchIndex(workspace, { log, onProgress })
  const countries = new CountryNames(workspace, () => records.headsOf(records.rows('country')).filter(isCountry))
  const reader = new QueryReader(countries, today)
  const searcher = new Searcher({
    workspace,
    index,
    reader,
    byTitle: () => lists.order({ kind: null, trashed: false, key: 'title', direction: 'ascending' }),
    tags: () => [...records.tagCounts()].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag),
  })
  return { index, reader, searcher, countries }
}

const isCountry = (head: RecordHead): head is HeadOf<'country'> => head.kind === 'country'
