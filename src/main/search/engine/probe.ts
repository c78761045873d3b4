/** A plan made ready to be asked of segments: its words folded, with their keys, equal branches joined, cheap ones first. */
import { searchFields, type SearchField } from '../../../shared/search/query.ts'
import { wordForms, type WordForms } from '../../../shared/search/word-forms.ts'
import { calledKeyword } from './called.ts'
import type { Matches } from '../search-engine.ts'
import type { DayColumn, Plan } from './plan.ts'

/** A word of the query with all that it stands for. */
export interface WordProbe extends WordForms {
  /** Whole words that it is taken for, because nothing is found as it was typed. */
  readonly meant: readonly string[]
}

export type Probe =
  | { readonly op: 'all' | 'none' }
  | { readonly op: 'and' | 'or'; readonly of: readonly Probe[]; readonly height: number }
  | { readonly op: 'not'; readonly of: Probe }
  | { readonly op: 'word'; readonly word: WordProbe; readonly fields: number }
  | { readonly op: 'phrase'; readonly words: readonly WordProbe[]; readonly fields: number }
  | { readonly op: 'keyword'; readonly keyword: string; readonly below: boolean }
  | { readonly op: 'days'; readonly column: DayColumn; readonly from: number; readonly to: number }

export type WordNode = Extract<Probe, { readonly op: 'word' }>
export type PhraseNode = Extract<Probe, { readonly op: 'phrase' }>

export interface Spelling {
  /** A word stands for itself and what begins with it, for no other spelling: for comparison with other engines. */
  readonly exact: boolean
  readonly meant: Matches['meant']
}
export const asTyped: Spelling = { exact: false, meant: null }

export const bitOf = (field: SearchField): number => 1 << searchFields.indexOf(field)
export const bitsOf = (fields: readonly SearchField[]): number => fields.reduce((bits, field) => bits | bitOf(field), 0)
export const TITLE = bitOf('title')
export const NAMES = bitOf('names')
/** Where words are words and not names, so that other forms of a word count. */
export const INFLECTED = bitsOf(['properties', 'body'])

export const heightOf = (probe: Probe): number =>
  probe.op === 'and' || probe.op === 'or' ? probe.height : probe.op === 'not' ? heightOf(probe.of) : 0

export function probeOf(plan: Plan, spelling: Spelling = asTyped): Probe {
  switch (plan.op) {
    case 'all':
    case 'keyword':
    case 'days':
      return plan
    case 'not':
      return { op: 'not', of: probeOf(plan.of, spelling) }
    case 'word':
      return joined(
        'and',
        wordProbes(plan.word, false, spelling).map((word) => ({ op: 'word', word, fields: bitsOf(plan.fields) })),
      )
    case 'phrase': {
      const probes = plan.words.flatMap((text) => wordProbes(text, true, spelling))
      return probes.length === 0 ? { op: 'all' } : { op: 'phrase', words: probes, fields: bitsOf(plan.fields) }
    }
    case 'and':
    case 'or':
      return joined(
        plan.op,
        plan.of.map((one) => probeOf(one, spelling)),
      )
  }
}

function joined(op: 'and' | 'or', of: readonly Probe[]): Probe {
  const byKey = new Map<string, Probe>()
  // nested ones of the same kind say nothing more
  for (const one of of.flatMap((probe) => (probe.op === op ? probe.of : [probe]))) byKey.set(keyOf(one), one)
  const nodes = [...byKey.values()]
  const [first] = nodes
  if (!first) return { op: op === 'and' ? 'all' : 'none' }
  return nodes.length === 1 ? first : { op, of: nodes, height: 1 + Math.max(...nodes.map(heightOf)) }
}

let branches = 0

/** Branches are told apart by being themselves, leaves by what they ask. */
function keyOf(probe: Probe): string {
  switch (probe.op) {
    case 'word':
      return `word ${probe.fields} ${probe.word.word}`
    case 'phrase':
      return `phrase ${probe.fields} ${probe.words.map(({ word }) => word).join(' ')}`
    case 'keyword':
      return `keyword ${probe.below} ${probe.keyword}`
    case 'days':
      return `days ${probe.column} ${probe.from} ${probe.to}`
    case 'not':
      return `not ${keyOf(probe.of)}`
    default:
      return `branch ${branches++}`
  }
}

const wordProbes = (typed: string, whole: boolean, { exact, meant }: Spelling): WordProbe[] =>
  wordForms(typed, whole).map((forms) => ({
    ...(exact ? { word: forms.word, keys: [], prefixKeys: [], stem: undefined } : forms),
    // a word may be called as what every object has, such as `constructor`
    meant: meant && Object.hasOwn(meant, forms.word) ? (meant[forms.word] ?? []) : [],
  }))

/** The keyword of records that are called what the query says; undefined when it asks for more than words, or for none. */
export function calledOf(plan: Plan): string | undefined {
  const named = namesIn(plan)
  return named === undefined || named.length === 0 ? undefined : calledKeyword(named.join(' '))
}

/** Words in their order; undefined when they are alternatives or not looked for in titles. */
function namesIn(plan: Plan): readonly string[] | undefined {
  switch (plan.op) {
    case 'word':
      return plan.fields.includes('title') ? [plan.word] : undefined
    case 'phrase':
      return plan.fields.includes('title') ? plan.words : undefined
    case 'and': {
      const parts = plan.of.map(namesIn)
      return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
    }
    case 'or':
      // filters: any of some kinds
      return plan.of.every((one) => namesIn(one)?.length === 0) ? [] : undefined
    default:
      return []
  }
}
