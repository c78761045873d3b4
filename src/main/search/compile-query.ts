/** Turns what was typed into what the index is asked: names of countries, days and states are resolved. Pure. */
import { classifications, contactTypes } from '../../shared/model/vocabulary.ts'
import { valueOf } from '../../shared/search/operators.ts'
import { dayBefore, dayNumber, FIRST_DAY, LAST_DAY } from '../../shared/search/query-days.ts'
import type { QueryNode, QueryProblem } from '../../shared/search/query.ts'
import { addDays } from '../services/calendar.ts'
import type { Plan } from './engine/plan.ts'

export interface QuerySurroundings {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The codes that a name of a country means, in any language; none when no country is called so. */
  readonly countryCodes: (name: string) => readonly string[]
}

/** As the first screen counts it. */
const CONFIRMED_FOR_DAYS = 365
/** As the first screen lists what waits. */
const WAITING_STAGES = ['draft', 'cleared', 'circulated'] as const
const CONTACT_TYPES: ReadonlySet<string> = new Set(contactTypes)
const CLASSES: ReadonlySet<string> = new Set(classifications.map(valueOf))

const keyword = (name: string, below = false): Plan => ({ op: 'keyword', keyword: name, below })

/** A country that nobody knows is found nowhere; see {@link withoutUnknown}. */
export function compileQuery(node: QueryNode, surroundings: QuerySurroundings): Plan {
  const compiled = (one: QueryNode) => compileQuery(one, surroundings)
  switch (node.type) {
    case 'and':
    case 'or':
      return { op: node.type, of: node.nodes.map(compiled) }
    case 'not':
      return { op: 'not', of: compiled(node.node) }
    case 'word':
      // as typed: marks over its letters tell more of how a name is spelled than the folded word
      return { op: 'word', word: node.text, fields: node.fields }
    case 'phrase':
      return { op: 'phrase', words: node.words, fields: node.fields }
    case 'kind':
      return CONTACT_TYPES.has(node.kind) ? keyword(`type:${node.kind}`) : keyword(`kind:${node.kind}`)
    case 'country':
      return { op: 'or', of: surroundings.countryCodes(node.name).map((code) => keyword(`country:${code}`)) }
    case 'tag':
      return keyword(`tag:${node.tag.toLowerCase()}`, true)
    case 'is':
      return stateOf(node.value, surroundings.today)
    case 'has':
      return keyword(`has:${node.value}`)
    case 'date':
      return { op: 'days', column: 'date', from: node.from, to: node.to }
  }
}

function stateOf(value: string, today: string): Plan {
  if (value === 'overdue') return { op: 'days', column: 'due', from: FIRST_DAY, to: dayBefore(dayNumber(today)) }
  if (value === 'unconfirmed') {
    const yearAgo = dayNumber(addDays(today, -CONFIRMED_FOR_DAYS))
    const confirmed: Plan = { op: 'days', column: 'confirmed', from: yearAgo, to: LAST_DAY }
    // of a body there is nothing to confirm
    return { op: 'and', of: [keyword('kind:contact'), { op: 'not', of: keyword('type:body') }, { op: 'not', of: confirmed }] }
  }
  if (value === 'waiting') {
    const now = dayNumber(today)
    const over: Plan[] = [
      { op: 'days', column: 'date', from: FIRST_DAY, to: dayBefore(now) },
      { op: 'not', of: { op: 'days', column: 'date', from: now, to: LAST_DAY } },
    ]
    const hasMinutes: Plan = { op: 'or', of: [keyword('has:action'), keyword('has:decision')] }
    const held: Plan = { op: 'and', of: [keyword('is:planned'), ...over, hasMinutes] }
    const onTheirWay = WAITING_STAGES.map((stage) => keyword(`is:${stage}`))
    return { op: 'and', of: [keyword('kind:meeting'), { op: 'or', of: [...onTheirWay, held] }] }
  }
  if (CONTACT_TYPES.has(value)) return keyword(`type:${value}`)
  return CLASSES.has(value) ? keyword(`class:${value}`) : keyword(`is:${value}`)
}

interface Known {
  /** Null when nothing is left. */
  readonly root: QueryNode | null
  readonly problems: readonly QueryProblem[]
}

/** Leaves out `country:` with a name that no country has, as all else is left out that cannot be taken as it stands. */
export function withoutUnknown(node: QueryNode, countryCodes: QuerySurroundings['countryCodes']): Known {
  switch (node.type) {
    case 'and':
    case 'or': {
      const parts = node.nodes.map((one) => withoutUnknown(one, countryCodes))
      const nodes = parts.flatMap(({ root }) => root ?? [])
      const root = nodes.length > 1 ? { type: node.type, nodes } : (nodes[0] ?? null)
      return { root, problems: parts.flatMap(({ problems }) => problems) }
    }
    case 'not': {
      const { root, problems } = withoutUnknown(node.node, countryCodes)
      return { root: root && { ...node, node: root }, problems }
    }
    case 'country':
      if (countryCodes(node.name).length === 0)
        return { root: null, problems: [{ code: 'unknownValue', span: node.span, about: node.name }] }
      return { root: node, problems: [] }
    default:
      return { root: node, problems: [] }
  }
}
