/** Turns what a person types into a plan for the index. */
import { parseQuery, type ParseOptions } from '../../../shared/search/parse-query.ts'
import type { ParsedQuery, QueryNode, QueryProblem } from '../../../shared/search/query.ts'
import { compileQuery, withoutUnknown, type QuerySurroundings } from '../../search/compile-query.ts'
import { documentFilter, type DocumentFilter } from '../../search/document-filter.ts'
import type { Plan } from '../../search/engine/plan.ts'
import type { CountryNames } from './country-names.ts'

export interface ReadQuery {
  readonly text: string
  readonly root: QueryNode | null
  /** Null when the text holds nothing to look for. */
  readonly plan: Plan | null
  readonly problems: readonly QueryProblem[]
}

export class QueryReader {
  readonly #countries: Pick<CountryNames, 'codes'>
  readonly #today: () => string

  constructor(countries: Pick<CountryNames, 'codes'>, today: () => string) {
    this.#countries = countries
    this.#today = today
  }

  async read(text: string, options: ParseOptions = {}): Promise<ReadQuery> {
    const { root, problems, surroundings } = await this.#known(text, options)
    return { text, root, plan: root && compileQuery(root, surroundings), problems }
  }

  /** A test for what is in no index; null when the text holds nothing to look for. */
  async filter(text: string, options: ParseOptions = {}): Promise<DocumentFilter | null> {
    const { root, surroundings } = await this.#known(text, options)
    return root && documentFilter(root, surroundings)
  }

  async #known(text: string, options: ParseOptions): Promise<ParsedQuery & { readonly surroundings: QuerySurroundings }> {
    const { root, problems } = parseQuery(text, options)
    const countryCodes = root && hasCountry(root) ? await this.#countries.codes() : () => []
    const known = root ? withoutUnknown(root, countryCodes) : { root, problems: [] }
    return { root: known.root, problems: [...problems, ...known.problems], surroundings: { today: this.#today(), countryCodes } }
  }
}

function hasCountry(node: QueryNode): boolean {
  if (node.type === 'and' || node.type === 'or') return node.nodes.some(hasCountry)
  return node.type === 'not' ? hasCountry(node.node) : node.type === 'country'
}
