/** Reads every text of every document: what an index has to find, no more and no less. Slow, and without an order. */
import { compileQuery, type QuerySurroundings } from '../../src/main/search/compile-query.ts'
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import type { Plan } from '../../src/main/search/engine/plan.ts'
import { createQueryMatcher } from '../../src/shared/search/match-query.ts'
import { parseQuery } from '../../src/shared/search/parse-query.ts'

export function naiveSearch(text: string, documents: readonly IndexDocument[], surroundings: QuerySurroundings): IndexDocument[] {
  const { root } = parseQuery(text)
  if (!root) return []
  const matches = createQueryMatcher(root)
  return documents.filter((document) => matches(document.fields, (node) => holds(compileQuery(node, surroundings), document)))
}

function holds(plan: Plan, document: IndexDocument): boolean {
  switch (plan.op) {
    case 'and':
      return plan.of.every((one) => holds(one, document))
    case 'or':
      return plan.of.some((one) => holds(one, document))
    case 'not':
      return !holds(plan.of, document)
    case 'keyword':
      return document.keywords.some((own) => own === plan.keyword || (plan.below && own.startsWith(`${plan.keyword}/`)))
    case 'days': {
      const [from, to] = document.days[plan.column]
      return from !== 0 && from <= plan.to && to >= plan.from
    }
    case 'all':
      return true
    default:
      throw new Error(`No operator asks for a ${plan.op}.`)
  }
}
