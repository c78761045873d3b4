/** Which records a text calls by their names, in any spelling: what the index of the search knows beyond the text as typed. */
import { setTimeout as wait } from 'node:timers/promises'
import { wordSpans } from '../../../shared/text/fold.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** A list of suggestions does not wait longer for an index that is being built. */
const PATIENCE_MS = 300

/**
 * Text is words here, not the language of queries: a title may hold anything.
 * @param isPatient waits for an index that is being built; else it is left out until it is whole
 */
export async function rowsCalled(open: Pick<OpenWorkspace, 'search'>, text: string, isPatient: boolean): Promise<readonly number[]> {
  const fields = ['title', 'names'] as const
  const of = Array.from(wordSpans(text), ({ from, to }) => ({ op: 'word' as const, word: text.slice(from, to), fields }))
  if (of.length === 0) return []
  try {
    const { index } = await open.search()
    if (!index.isReady && !isPatient) return []
    await index.opened
    if (!index.isReady) await Promise.race([index.ready, wait(PATIENCE_MS, undefined, { ref: false })])
    return [...(await index.rows({ op: 'and', of }, 'background'))]
  } catch {
    return [] // whoever searches is told that it fails; names as they were typed are known without it
  }
}
