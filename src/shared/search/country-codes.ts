/** Which countries a name in a query means: the search asks it, and the field that says what it could not take. */
import type { CountryOption } from '../contract/lists.ts'
import { words } from '../text/fold.ts'
import { namesOf, wordForms } from './word-forms.ts'

type Codes = (name: string) => readonly string[]

/** No country is called anything longer; what is pasted is not read. */
const LONGEST_NAME = 500

const known = new WeakMap<readonly CountryOption[], Codes>()

/**
 * A function from a name to codes. A code, a name in any language or a former name means its country; else a name means
 * those whose names have all of its words, or begin so; else those that have them in another spelling. Made once for one
 * list of countries.
 */
export function countryCodes(countries: readonly CountryOption[]): Codes {
  let codes = known.get(countries)
  if (!codes) {
    const names = new CountryNames(countries)
    codes = (name) => names.codes(name)
    known.set(countries, codes)
  }
  return codes
}

/** Answers without going through the names: a pasted page may name a great many countries that there are not. */
class CountryNames {
  /** By the number of a name: whose it is. */
  readonly #codes: string[] = []
  /** Names by their words in order, and by each of them. */
  readonly #byName = new Map<string, number[]>()
  readonly #byWord = new Map<string, number[]>()
  readonly #words: readonly string[]
  /** Keys of spellings in order, each with its words; made when a name is met that is not written so. */
  #keys: { readonly all: readonly string[]; readonly words: ReadonlyMap<string, readonly string[]> } | undefined

  constructor(countries: readonly CountryOption[]) {
    for (const { code, alpha2, names, formalNames, otherNames } of countries)
      for (const name of new Set([code, alpha2, ...Object.values(names), ...Object.values(formalNames), ...otherNames])) {
        const own = words(name)
        if (own.length === 0) continue
        const number = this.#codes.push(code) - 1
        listUnder(this.#byName, own.join(' '), number)
        for (const word of new Set(own)) listUnder(this.#byWord, word, number)
      }
    this.#words = [...this.#byWord.keys()].toSorted()
  }

  codes(name: string): readonly string[] {
    const wanted = name.length > LONGEST_NAME ? [] : words(name)
    if (wanted.length === 0) return []
    const called = this.#byName.get(wanted.join(' '))
    if (called) return this.#codesOf(called)
    const each = [...new Set(wanted)]
    const begun = this.#namesWith(each, (word) => beginning(this.#words, word))
    return this.#codesOf(begun.length > 0 ? begun : this.#namesWith(each, (word) => this.#spelled(word)))
  }

  /** Names in which one of the words that stand for it is, for each word. */
  #namesWith(wanted: readonly string[], meant: (word: string) => Iterable<string>): number[] {
    let found: ReadonlySet<number> | undefined
    for (const word of wanted) {
      const own = new Set<number>()
      for (const one of meant(word))
        for (const name of this.#byWord.get(one) ?? []) if (found === undefined || found.has(name)) own.add(name)
      if (own.size === 0) return []
      found = own
    }
    return [...(found ?? [])]
  }

  /** Words that begin so, or are or begin the same name in another spelling; as a word matcher has it for names. */
  *#spelled(word: string): Generator<string> {
    yield* beginning(this.#words, word)
    this.#keys ??= keysOf(this.#words)
    const { all, words: byKey } = this.#keys
    for (const { keys, prefixKeys } of wordForms(word)) {
      for (const key of keys) yield* byKey.get(key) ?? []
      for (const begun of prefixKeys) for (const key of beginning(all, begun)) yield* byKey.get(key) ?? []
    }
  }

  /** In the order of the countries. */
  #codesOf(names: readonly number[]): readonly string[] {
    return [...new Set(names.toSorted((a, b) => a - b).map((name) => this.#codes[name] ?? ''))]
  }
}

function keysOf(all: readonly string[]) {
  const byKey = new Map<string, string[]>()
  for (const word of all) for (const key of namesOf(word, word)) listUnder(byKey, key, word)
  return { all: [...byKey.keys()].toSorted(), words: byKey }
}

function listUnder<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Those that begin so, of strings in order. */
function* beginning(sorted: readonly string[], begun: string): Generator<string> {
  let at = 0
  for (let end = sorted.length; at < end;) {
    const middle = (at + end) >>> 1
    if ((sorted[middle] ?? '') < begun) at = middle + 1
    else end = middle
  }
  for (let one = sorted[at]; one?.startsWith(begun) === true; one = sorted[++at]) yield one
}
