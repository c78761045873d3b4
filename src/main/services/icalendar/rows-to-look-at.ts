/** Which records may have a text in a property. The index of the search finds them; the record says whether it is so. */
import { setTimeout as wait } from 'node:timers/promises'
import { wordSpans } from '../../../shared/text/fold.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** An index that is being built is waited for so long; then all records of the kind are looked at. */
const PATIENCE_MS = 2_000

/** Rows with the words of one of these texts, the older first; all rows of the kind while the index does not answer. */
export async function rowsToLookAt(open: OpenWorkspace, kind: 'contact' | 'meeting', texts: readonly string[]): Promise<number[]> {
  return (await rowsWithWords(open, kind, texts)) ?? [...open.index.rows(kind)]
}

async function rowsWithWords(open: OpenWorkspace, kind: 'contact' | 'meeting', texts: readonly string[]): Promise<number[] | undefined> {
  const fields = ['properties'] as const
  try {
    const { index } = await open.search()
    if (!index.isReady) await Promise.race([index.ready, wait(PATIENCE_MS, undefined, { ref: false })])
    if (!index.isReady) return undefined
    const rows = new Set<number>()
    const next = pacing()
    for (const text of texts) {
      const of = Array.from(wordSpans(text), ({ from, to }) => ({ op: 'word' as const, word: text.slice(from, to), fields }))
      await next()
      if (of.length > 0) for (const row of await index.rows({ op: 'and', of })) rows.add(row)
    }
    return [...rows].filter((row) => open.index.columns.kind(row) === kind).toSorted((a, b) => a - b)
  } catch {
    return undefined // a search that fails says so itself; the records are read without it
  }
}
