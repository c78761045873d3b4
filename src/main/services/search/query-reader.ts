/** Turns what a person types into a plan for the index. */
import { parseQuery, type ParseOptions } from '../../../shared/search/parse-query.ts'
import type { QueryNode, QueryProblem } from '../../../shared/search/query.ts'
import { compileQuery, unknownCountries, type QuerySurroundings } from '../../search/compile-query.ts'
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
    const { root, problems } = parseQuery(text, options)
    if (!root) return { text, root, plan: null, problems }
    const surroundings = await this.#surroundings(root)
    const plan = compileQuery(root, surroundings)
    return { text, root, plan, problems: [...problems, ...unknownCountries(root, surroundings.countryCodes)] }
  }

  /** A test for what is in no index; null when the text holds nothing to look for. */
  async filter(text: string, options: ParseOptions = {}): Promise<DocumentFilter | null> {
    const { root } = parseQuery(text, options)
    return root && documentFilter(root, await this.#surroundings(root))
  }

  async #surroundings(root: QueryNode): Promise<QuerySurroundings> {
    return { today: this.#today(), countryCodes: hasCountry(root) ? await this.#countries.codes() : () => [] }
  }
}

function hasCountry(node: QueryNode): boolean {
  if (node.type === 'and' || node.type === 'or') return node.nodes.some(hasCountry)
  return node.type === 'not' ? hasCountry(node.node) : node.type === 'country'
}
