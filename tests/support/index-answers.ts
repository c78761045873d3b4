/** What an index answers to words, to hold it against one that was built anew. */
import type { Plan } from '../../src/main/search/engine/plan.ts'
import { SearchIndex } from '../../src/main/search/search-index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { searchFields } from '../../src/shared/search/query.ts'
import { inlineIndex } from './inline-index.ts'

export async function indexAnswers(index: SearchIndex, words: readonly string[]): Promise<unknown[]> {
  const answers = []
  for (const word of words) {
    const plan: Plan = { op: 'word', word, fields: searchFields }
    const request = { plan, order: 'relevance', from: 0, count: 1_000, perKind: null, facets: ['kind:'], forgiving: false } as const
    const { total, facets, rows } = await index.match(request)
    answers.push({ word, total, facets, ranked: rows, all: [...(await index.rows(plan))].toSorted((a, b) => a - b) })
  }
  return answers
}

/** Of an index that knows of no file. */
export async function freshAnswers(workspace: Workspace, words: readonly string[]): Promise<unknown[]> {
  const withoutFile: Workspace = Object.assign(Object.create(workspace) as Workspace, {
    derived: Object.assign(Object.create(workspace.derived) as Workspace['derived'], { place: () => null }),
  })
  const log = { error: () => undefined, info: () => undefined }
  const fresh = new SearchIndex(withoutFile, { log, onProgress: () => undefined, hold: inlineIndex })
  await fresh.ready
  const answers = await indexAnswers(fresh, words)
  await fresh.close()
  return answers
}
