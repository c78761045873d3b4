/** Search over everything, while typing. */
import { count, kind, recordId } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

const ranges = z.array(z.tuple([count, count]))

/** A found record. `ranges` are UTF-16 offsets of the words found. */
export const searchHit = z.strictObject({
  id: recordId,
  kind,
  title: z.string(),
  titleRanges: ranges,
  detail: z.string(),
  /** The words around the first find in the body or another field; empty when the title alone was found. */
  snippet: z.string(),
  snippetRanges: ranges,
})
export type SearchHit = z.output<typeof searchHit>

export const searchMethods = {
  /** Words are ANDed prefixes in any order. Groups and hits come best first. Any text is a valid query. */
  'search.query': method(
    z.strictObject({ text: z.string().max(20_000), kinds: z.array(kind).default([]), limit: count.max(200).default(20) }),
    z.strictObject({
      revision: count,
      total: count,
      /** Milliseconds the index took. */
      took: z.number(),
      groups: z.array(z.strictObject({ kind, total: count, hits: z.array(searchHit) })),
      /** True while the index is still being built: more may be found in a moment. */
      partial: z.boolean(),
      /** Records that are damaged on the disk: they are found by their names, not by their text. */
      unreadable: count,
    }),
  ),
} as const
