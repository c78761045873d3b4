/** What a search asks for, as read out of the text that a person types. docs/search.md describes the language. */

/** UTF-16 offsets in the text that was typed: from, and to behind the last. */
export type Span = readonly [from: number, to: number]

/**
 * Where words are looked for, weightiest first. `owners` holds who answers for a record and is searched only when it is
 * asked for (`owner:`).
 */
export const searchFields = ['title', 'names', 'posts', 'organisations', 'properties', 'body', 'owners'] as const
export type SearchField = (typeof searchFields)[number]

/** Operators with a closed list of values or a value of a form of its own. `in` and `owner` change where words are looked for. */
export const operatorNames = ['kind', 'country', 'tag', 'is', 'has', 'date', 'before', 'after', 'in', 'owner'] as const
export type OperatorName = (typeof operatorNames)[number]

export type QueryNode =
  | { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode; readonly span: Span }
  /** A word as typed; it stands for all words that begin with it. */
  | { readonly type: 'word'; readonly text: string; readonly fields: readonly SearchField[]; readonly span: Span }
  /** Words as typed that follow each other; each is whole, in any spelling of it. */
  | { readonly type: 'phrase'; readonly words: readonly string[]; readonly fields: readonly SearchField[]; readonly span: Span }
  | { readonly type: 'kind'; readonly kind: string; readonly span: Span }
  /** A code or a name of a country in any language, as typed. */
  | { readonly type: 'country'; readonly name: string; readonly span: Span }
  /** The tag or one below it. */
  | { readonly type: 'tag'; readonly tag: string; readonly span: Span }
  | { readonly type: 'is' | 'has'; readonly value: string; readonly span: Span }
  /** Days as numbers YYYYMMDD, both included; a record's partial date matches when it may lie between them. */
  | { readonly type: 'date'; readonly from: number; readonly to: number; readonly span: Span }

/** A part of the text that could not be taken as it stands. The rest of the query is searched all the same. */
export interface QueryProblem {
  readonly code: 'unknownOperator' | 'unknownValue' | 'noValue' | 'badDate' | 'openQuote' | 'nothingToExclude' | 'noWords' | 'tooLong'
  readonly span: Span
  /** The operator or value it is about, as typed. */
  readonly about: string
}

export interface ParsedQuery {
  /** Null when the text holds nothing to look for. */
  readonly root: QueryNode | null
  readonly problems: readonly QueryProblem[]
}
