/** Search over everything, while typing; searches that are kept. docs/search.md describes the language of queries. */
import { count, countryCode, kind, recordId } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { searchFields } from '../search/query.ts'
import { method, nothing } from './define.ts'

const span = z.tuple([count, count])
const ranges = z.array(span)
const queryText = z.string().max(10_000)

/** A found record. `ranges` are UTF-16 offsets of the words found, in the text's own spelling. */
export const searchHit = z.strictObject({
  id: recordId,
  kind,
  title: z.string(),
  titleRanges: ranges,
  detail: z.string(),
  /** A partial date; empty when the record has none. */
  date: z.string(),
  /** The words around the best find outside the title; empty when the title alone was found. */
  snippet: z.string(),
  snippetRanges: ranges,
  /** Where the snippet stands; null when there is none. */
  snippetField: z.enum(searchFields).nullable(),
})
export type SearchHit = z.output<typeof searchHit>

/** A part of the text that could not be taken as it stands; the rest was searched. */
export const searchProblem = z.strictObject({
  code: z.enum(['unknownOperator', 'unknownValue', 'noValue', 'badDate', 'openQuote', 'nothingToExclude', 'noWords', 'tooLong']),
  span,
  about: z.string(),
})
export type SearchProblem = z.output<typeof searchProblem>

/** How the words were taken when nothing was found as typed; null: as typed. */
export const searchedFor = z
  .strictObject({
    /** `typo`: words a letter or two away. `layout`: typed with another keyboard layout. */
    how: z.enum(['typo', 'layout']),
    /** The query as it was searched. */
    text: z.string(),
  })
  .nullable()
export type SearchedFor = z.output<typeof searchedFor>

/** How far the index is; `done` equals `total` when every record can be found. */
const progress = z.strictObject({ done: count, total: count })

const answer = {
  revision: count,
  total: count,
  /** Milliseconds the index took. */
  took: z.number(),
  /** True while the index is still being built: more may be found in a moment. */
  partial: z.boolean(),
  progress,
  searchedFor,
  problems: z.array(searchProblem),
  /** Records that are damaged on the disk: they are found by their names, not by their text. */
  unreadable: count,
}

/** `relevance`: names before texts, whole words before beginnings, near words before far ones, the latest first at a tie. */
export const searchSorts = ['relevance', 'newest', 'oldest', 'title', 'updated'] as const

/** What was ticked beside the results; within one list any of them, between lists all of them. */
export const searchFilters = z.strictObject({
  kinds: z.array(kind).max(20).default([]),
  countries: z.array(countryCode).max(300).default([]),
  tags: z.array(z.string().max(200)).max(100).default([]),
  /** Four digits each. */
  years: z
    .array(z.string().regex(/^\d{4}$/))
    .max(100)
    .default([]),
})
export type SearchFilters = z.output<typeof searchFilters>

const facet = z.array(z.strictObject({ value: z.string(), count }))

/** A search that is kept with the workspace. */
export const savedSearch = z.strictObject({
  id: recordId,
  name: z.string().min(1).max(120),
  text: queryText,
  filters: searchFilters,
  sort: z.enum(searchSorts),
})
export type SavedSearch = z.output<typeof savedSearch>

export const searchMethods = {
  /** For the palette: the best of each kind. Any text is a valid query. */
  'search.query': method(
    z.strictObject({ text: queryText, kinds: z.array(kind).default([]), limit: count.max(200).default(20) }),
    z.strictObject({ ...answer, groups: z.array(z.strictObject({ kind, total: count, hits: z.array(searchHit) })) }),
  ),
  /** For the page of results: hits `from` to `from + count - 1` in one order, and what they could be narrowed by. */
  'search.page': method(
    z.strictObject({
      text: queryText,
      filters: searchFilters.prefault({}),
      sort: z.enum(searchSorts).default('relevance'),
      from: count.default(0),
      count: count.max(200).default(50),
    }),
    z.strictObject({
      ...answer,
      hits: z.array(searchHit),
      /** Each counts what would be found if its own list of filters were empty; greatest first, years latest first. */
      facets: z.strictObject({ kinds: facet, countries: facet, tags: facet, years: facet }),
    }),
  ),
  /** What may stand at the caret: operators and their values. `from`–`to` is what choosing one replaces. */
  'search.complete': method(
    z.strictObject({ text: queryText, caret: count }),
    z.strictObject({
      from: count,
      to: count,
      items: z.array(
        z.strictObject({
          insert: z.string(),
          /** As shown: an operator, a country's name, a tag. */
          label: z.string(),
          sort: z.enum(['operator', 'value']),
        }),
      ),
    }),
  ),
  /**
   * Searches that are kept, in their order, with how many records each finds now; `total` is null while that is not known:
   * the index is being built, or fails.
   */
  'search.saved': method(
    nothing,
    z.strictObject({ revision: count, searches: z.array(z.strictObject({ ...savedSearch.shape, total: count.nullable() })) }),
  ),
  /** Keeps a new search (`id` null, put last) or changes one. @throws NOT_FOUND, INVALID_INPUT when its name is taken */
  'search.save': method(
    z.strictObject({ ...savedSearch.shape, id: recordId.nullable(), filters: searchFilters.prefault({}) }),
    savedSearch,
  ),
  /** @throws NOT_FOUND */
  'search.forget': method(z.strictObject({ id: recordId }), nothing),
} as const

export const searchEvents = {
  /** While the index is built: at most ten a second, and once when it is whole. */
  'search.progressed': progress,
  /** Kept searches were added, changed or forgotten. */
  'search.savedChanged': z.strictObject({}),
} as const
