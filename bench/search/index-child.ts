/** The application's own index, with folding as it is and other spellings left out, as its thread uses it. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import { IndexStore } from '../../src/main/search/engine/index-store.ts'
import type { Plan } from '../../src/main/search/engine/plan.ts'
import type { MatchRequest } from '../../src/main/search/search-engine.ts'
import { plainFields } from './joined-fields.ts'
import type { TypedQuery } from './queries.ts'
import { serve, type Subject } from './subject.ts'

const EXACT = { exact: true }

/** All but the last word are whole, which to the index is a phrase of one. */
const planOf = ({ words }: TypedQuery): Plan => ({
  op: 'and',
  of: words.map((word, index) =>
    index < words.length - 1 ? { op: 'phrase', words: [word], fields: plainFields } : { op: 'word', word, fields: plainFields },
  ),
})

const requestOf = (plan: Plan): MatchRequest => ({
  plan,
  order: 'relevance',
  from: 0,
  count: 20,
  perKind: null,
  facets: [],
  forgiving: false,
})

serve((folder): Subject<IndexDocument> => {
  const path = join(folder, 'search')
  const store = IndexStore.open({ path, stamp: 'bench', isWritable: true })
  return {
    prepare: (document) => document,
    add: (documents) => store.put(documents),
    async finish() {
      const problem = await store.save(1)
      if (problem !== '') throw new Error(problem)
      await store.settled()
    },
    all: (query) => store.rows(planOf(query), EXACT),
    best: (query) => void store.match(requestOf(planOf(query)), EXACT),
    edit(document, word) {
      store.put([document])
      const { total } = store.match(requestOf(planOf({ words: [word], phrase: [] })), EXACT)
      if (total !== 1) throw new Error(`${word} is found ${total} times.`)
    },
    settled: () => store.settled(),
    bytes: () => statSync(path).size,
  }
})
