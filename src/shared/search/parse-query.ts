/** Reads what a person types into the search box. Any text is a query; docs/search.md describes the language. */
import { words, wordSpans } from '../text/fold.ts'
import { lexQuery, MOST_TOKENS, type Token, type Value } from './lex-query.ts'
import { group, resolve, type Draft, type WordDraft } from './query-draft.ts'
import { readOperator } from './read-operator.ts'
import { searchFields, type ParsedQuery, type QueryProblem, type SearchField, type Span } from './query.ts'

/** A pasted page has more words than anybody looks for: its longest ones count. */
export const MOST_WORDS = 64
/** Of how many the longest are taken; what stands behind them is not read. */
const MOST_READ = 512
/** Runs of signs that nobody sees, such as those between the parts of an emoji, are looked at for words as well. */
const MOST_LOOKED_AT = 2 * MOST_READ
const MOST_OPERATORS = 64
const MOST_PROBLEMS = 20
const DEEPEST = 20
/** Of what is shown beside a problem. */
const LONGEST_ABOUT = 200

/** Where plain words are looked for unless it is said: everywhere but in who answers for a record. */
export const everywhere: readonly SearchField[] = searchFields.filter((field) => field !== 'owners')

export interface ParseOptions {
  /** Where plain words are looked for. */
  readonly fields?: readonly SearchField[]
}

/** Never throws; what cannot be taken as it stands is named in `problems`, and the rest is searched. */
export function parseQuery(text: string, { fields = everywhere }: ParseOptions = {}): ParsedQuery {
  const reader = new Reader(text)
  const draft = reader.readAll()
  const kept = reader.keptWords()
  const root = draft && resolve(draft, fields, kept)
  const isNoQuery = root === null && reader.problems.length === 0 && text.trim() !== ''
  const noWords: QueryProblem = { code: 'noWords', span: [0, text.trimEnd().length], about: text.trim().slice(0, LONGEST_ABOUT) }
  return { root, problems: isNoQuery ? [noWords] : reader.problems }
}

class Reader {
  readonly problems: QueryProblem[] = []
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #words: WordDraft[] = []
  #at = 0
  #operators = 0
  /** Parentheses passed over because they stand too deep. */
  #passed = 0
  /** Words met so far, as they are folded: a sign may stand for several. */
  #read = 0
  #lookedAt = 0

  constructor(text: string) {
    this.#text = text
    this.#tokens = lexQuery(text)
  }

  readAll(): Draft | null {
    const parts: Draft[] = []
    while (this.#at < this.#tokens.length) {
      const part = this.#either(0)
      if (part) parts.push(part)
      // a parenthesis that nothing opened
      this.#at += 1
    }
    return group(parts)
  }

  /** The words that count: all, or the longest. */
  keptWords(): ReadonlySet<Draft> {
    const isCut = this.#isFull || this.#tokens.length === MOST_TOKENS
    if (isCut || this.#read > MOST_WORDS) this.#problem('tooLong', [0, this.#text.length])
    if (this.#read <= MOST_WORDS) return new Set(this.#words)
    const length = (draft: WordDraft) => Math.max(...draft.words.map((word) => word.length))
    const kept = new Set<Draft>()
    let room = MOST_WORDS
    for (const draft of this.#words.toSorted((a, b) => length(b) - length(a))) {
      if (draft.size > room) continue
      kept.add(draft)
      room -= draft.size
    }
    return kept
  }

  /** Up to a closing parenthesis or the end. */
  #either(depth: number): Draft | null {
    const parts: Draft[] = []
    let isFirst = true
    do {
      const part = this.#all(depth, isFirst)
      if (part) parts.push(part)
      isFirst = false
    } while (this.#skip('or'))
    return parts.length > 1 ? { type: 'or', nodes: parts } : (parts[0] ?? null)
  }

  /** Up to an OR, a closing parenthesis or the end. Text that begins with OR has nothing before it: it is a word. */
  #all(depth: number, isFirst: boolean): Draft | null {
    const nodes: Draft[] = []
    const within = new Set<SearchField>()
    const without = new Set<SearchField>()
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      if (token.type === 'close' && this.#passed === 0) break
      if (token.type === 'or' && !(isFirst && nodes.length === 0)) break
      const minus = token.type === 'minus' ? token : undefined
      if (minus) this.#at += 1
      const told = this.problems.length
      const fields = minus ? without : within
      const known = fields.size
      const node = this.#one(depth, fields)
      if (!minus) {
        if (node) nodes.push(node)
        continue
      }
      const span: Span = [minus.from, this.#tokens[this.#at - 1]?.to ?? minus.to]
      if (node) nodes.push({ type: 'not', node, span })
      else if (this.problems.length === told && fields.size === known) this.#problem('nothingToExclude', span)
    }
    if (nodes.length === 0) return null
    return nodes.length === 1 && within.size + without.size === 0 ? (nodes[0] ?? null) : { type: 'and', nodes, within, without }
  }

  /** One word, phrase, operator or group. A field that `in:` names goes into `fields`. */
  #one(depth: number, fields: Set<SearchField>): Draft | null {
    const token = this.#tokens[this.#at]
    if (!token || (token.type === 'close' && this.#passed === 0)) return null
    this.#at += 1
    switch (token.type) {
      case 'open': {
        if (depth === DEEPEST) {
          if (this.#passed === 0) this.#problem('tooLong', [token.from, token.to])
          this.#passed += 1
          return null
        }
        const inner = this.#either(depth + 1)
        this.#skip('close')
        return inner
      }
      case 'close':
        this.#passed -= 1
        return null
      case 'minus':
        return null
      case 'or':
        return this.#plain(token.from, token.to)
      case 'text':
        if (token.quoted && !token.closed) this.#problem('openQuote', [token.from, token.to])
        return this.#written(token, [token.from, token.to])
      case 'operator':
        return this.#operator(token, fields)
    }
  }

  #operator(token: Extract<Token, { type: 'operator' }>, fields: Set<SearchField>): Draft | null {
    const span: Span = [token.from, token.to]
    const name = this.#text.slice(token.from, token.nameTo)
    if (token.quoted && !token.closed) this.#problem('openQuote', [token.nameTo + 1, token.to])
    if (token.name === undefined) {
      this.#problem('unknownOperator', [token.from, token.nameTo + 1], name)
      return group([this.#plain(token.from, token.nameTo), this.#written(token, [token.nameTo + 1, token.to])])
    }
    this.#operators += 1
    if (this.#operators > MOST_OPERATORS) {
      this.#problem('tooLong', span)
      return null
    }
    const read = readOperator(this.#text, token.name, token)
    if ('node' in read) return { type: 'leaf', node: read.node }
    if ('owner' in read) return this.#written(read.owner, span, true)
    if ('fields' in read) for (const field of read.fields) fields.add(field)
    else this.#problem(read.problem.code, read.problem.span, read.problem.about)
    return null
  }

  /** A phrase when it stands between quotes, else words. What a quote opens that does not end yet is words too. */
  #written({ valueFrom, valueTo, quoted, closed }: Value, span: Span, isOwner = false): Draft | null {
    if (!quoted || !closed) return this.#plain(valueFrom, valueTo, isOwner)
    const own: string[] = []
    let size = 0
    for (const word of this.#wordsIn(valueFrom, valueTo)) {
      if (size + word.size > MOST_WORDS) break
      own.push(word.typed)
      size += word.size
    }
    return own.length === 0 ? null : this.#counted({ type: 'phrase', words: own, size, isOwner, span })
  }

  #plain(from: number, to: number, isOwner = false): Draft | null {
    const drafts: Draft[] = []
    for (const { typed, at, size } of this.#wordsIn(from, to)) {
      drafts.push(this.#counted({ type: 'word', words: [typed], size, isOwner, span: [at, at + typed.length] }))
    }
    return group(drafts)
  }

  /** Words as they stand in the text, those of unseen characters alone left out; none when enough have been read. */
  *#wordsIn(from: number, to: number): Iterable<{ readonly typed: string; readonly at: number; readonly size: number }> {
    if (this.#isFull) return
    for (const word of wordSpans(this.#text.slice(from, to))) {
      const at = from + word.from
      const typed = this.#text.slice(at, from + word.to)
      const size = words(typed).length
      this.#read += size
      this.#lookedAt += 1
      if (size > 0) yield { typed, at, size }
      if (this.#isFull) return
    }
  }

  get #isFull(): boolean {
    return this.#read >= MOST_READ || this.#lookedAt >= MOST_LOOKED_AT
  }

  #counted(draft: WordDraft): WordDraft {
    this.#words.push(draft)
    return draft
  }

  #skip(type: Token['type']): boolean {
    const isThere = this.#tokens[this.#at]?.type === type
    if (isThere) this.#at += 1
    return isThere
  }

  #problem(code: QueryProblem['code'], span: Span, about = this.#text.slice(...span)): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ code, span, about: about.slice(0, LONGEST_ABOUT) })
  }
}
