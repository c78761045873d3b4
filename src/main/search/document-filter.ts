/** A query asked of documents one by one, without an index: of what is in none, such as an action or what is in the trash. */
import { createQueryMatcher, type OperatorNode } from '../../shared/search/match-query.ts'
import type { QueryNode } from '../../shared/search/query.ts'
import { compileQuery, type QuerySurroundings } from './compile-query.ts'
import type { IndexDocument } from './engine/document.ts'
import type { Plan } from './engine/plan.ts'

export type DocumentFilter = (document: Pick<IndexDocument, 'fields' | 'keywords' | 'days'>) => boolean

/** Finds what the index would find. */
export function documentFilter(root: QueryNode, surroundings: QuerySurroundings): DocumentFilter {
  const matches = createQueryMatcher(root)
  const plans = new Map<OperatorNode, Plan>()
  const planOf = (node: OperatorNode): Plan => {
    const plan = plans.get(node) ?? compileQuery(node, surroundings)
    plans.set(node, plan)
    return plan
  }
  return (document) => matches(document.fields, (node) => holds(planOf(node), document))
}

/** Of what operators ask for; words are looked for in texts. */
function holds(plan: Plan, document: Parameters<DocumentFilter>[0]): boolean {
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
    case 'word':
    case 'phrase':
      throw new Error(`No operator asks for “${plan.op}”.`)
  }
}
