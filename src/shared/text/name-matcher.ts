/** Finds names in a text by their words: many names at once, in time linear in the text. Pure. */
import { isPartialDate } from '../model/partial-date.ts'
import { linkKey } from './link-key.ts'
import { eachRun, nameWords, wordsOfRun, type NameWord } from './name-words.ts'

/** A stretch of a text, as UTF-16 offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** How a name is written where it counts as one. `capital`: with a capital letter, as a family name that stands alone. */
export type NameUse = 'any' | 'capital'

/** What follows the words up to here. */
interface Node {
  next: Map<string, Node> | undefined
  /** The same for words that take endings, by what stays of them. */
  inflected: Map<string, Node[]> | undefined
  use: NameUse | undefined
  /** Short names count only in exactly this spelling. */
  spellings: Set<string> | undefined
  /** Link keys of other names with the same words: what is spelled so is theirs. */
  others: Set<string> | undefined
  /** The last word that led here, by its number. */
  reachedBy: number
}

/** The words of a run of letters, and where names that begin with each go on. */
interface Run {
  readonly words: readonly (NameWord & { readonly nodes: readonly Node[] })[]
  readonly begins: boolean
}

interface Path {
  readonly node: Node
  /** Place of its first word. */
  readonly start: number
}

const newNode = (): Node => ({
  next: undefined,
  inflected: undefined,
  use: undefined,
  spellings: undefined,
  others: undefined,
  reachedBy: 0,
})

/** A Cyrillic word of so many letters takes endings; a shorter one too beside another word of the name. */
const INFLECTED = 5
const INFLECTED_BESIDE = 3
const SHORTEST_STEM = 4
const SHORTEST_STEM_BESIDE = 3
const LONGEST_ENDING = 3
/** Longer endings of Kazakh: of what is in a place, and of what is somebody's. */
const LONG_ENDING = /^(?:н?[дт][ае]ғы|н?[дт]егі|[дтн]ікі)$/u
const CYRILLIC = /^[\u0400-\u052f]+$/u
const VOWELS = /[аеиоуыэюяйьіәөұү]{1,2}$/u
const LETTERS = /\p{L}/gu
/** A letter of theirs says as much as several. */
const FULL_LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const DIGITS = /\p{N}/gu
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/
const SYMBOLS = /[\p{S}\p{Extended_Pictographic}]/u
const FEWEST_LETTERS = 3
const FEWEST_DIGITS = 5
const FEWEST_OF_PHONE = 7
const LONGEST_OF_PHONE = 9
/** A phone number as it may be written: digits, and what parts their groups. */
const PHONE = /\d[\d \u00a0\u2009\u202f()./\u2010-\u2015-]{4,60}\d/gu

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
/** Runs of letters that are remembered with what they begin: texts have few different ones. */
const REMEMBERED = 100_000

const digitsOf = (text: string) => text.replace(/\D/gu, '')

export class NameMatcher {
  readonly #root = newNode()
  /** Names of signs alone, such as emoji. */
  readonly #signs: string[] = []
  /** The last digits of phone numbers. */
  readonly #phones = new Set<string>()
  readonly #runs = new Map<string, Run>()
  #step = 0
  #size = 0

  get isEmpty(): boolean {
    return this.#size === 0
  }

  /**
   * A name to look for. One of two letters counts only as it is spelled; one letter, a number of less than five digits and a date
   * are words like others.
   */
  add(name: string, use: NameUse = 'any'): void {
    const words = nameWords(name).map(({ key }) => key)
    if (words.length === 0) {
      const sign = name.normalize('NFC').trim()
      if (!SYMBOLS.test(sign)) return
      this.#signs.push(sign)
      this.#size += 1
      return
    }
    const letters = countOf(name, LETTERS) + countOf(name, FULL_LETTERS)
    const digits = countOf(name, DIGITS)
    if (letters === 0 ? digits < FEWEST_DIGITS || isPartialDate(name.trim()) : letters + digits < 2) return
    const isShort = letters > 0 && letters < FEWEST_LETTERS && letters + digits < FEWEST_DIGITS
    this.#size += 1
    this.#put(words, name, isShort ? 'exact' : use)
    // as in addresses: rexfacer
    if (words.length > 1 && letters >= INFLECTED) this.#put([words.join('')], name, use)
  }

  /** A phone number: found however its groups are parted, with or without the codes before it. */
  addPhone(number: string): void {
    const digits = digitsOf(number)
    if (digits.length < FEWEST_OF_PHONE) return
    this.#phones.add(digits.slice(-LONGEST_OF_PHONE))
    this.#size += 1
  }

  /** Names something else by the words of a name that is looked for: spelled so, it is not found. */
  except(name: string): void {
    const node = this.#nodeOf(name)
    if (node?.use !== undefined || node?.spellings) (node.others ??= new Set()).add(linkKey(name))
  }

  /** Whether a name with just these words is looked for. */
  has(name: string): boolean {
    const node = this.#nodeOf(name)
    return node?.use !== undefined || node?.spellings !== undefined
  }

  /**
   * Where the names stand, in order, those that overlap put together. `isParted` says whether two words that follow each other
   * belong to different paragraphs.
   */
  find(text: string, isParted: (from: number, to: number) => boolean = () => false): Stretch[] {
    if (this.isEmpty || text === '') return []
    return merged([...this.#named(text, isParted), ...this.#signed(text), ...this.#phoned(text)])
  }

  #named(text: string, isParted: (from: number, to: number) => boolean): Stretch[] {
    const found: Stretch[] = []
    let paths: Path[] = []
    let before = 0
    eachRun(text, (at, end) => {
      const letters = text.slice(at, end)
      if (paths.length === 0 && this.#beginsNothing(letters)) return
      const run = this.#runOf(letters)
      if (paths.length === 0 && !run.begins) return
      if (paths.length > 0 && isParted(before, at)) paths = []
      for (const { key, from, to, nodes } of run.words) {
        const reached: Path[] = []
        this.#step += 1
        for (const { node, start } of paths) for (const next of followers(node, key)) this.#reach(next, start, reached)
        for (const next of nodes) this.#reach(next, at + from, reached)
        for (const { node, start } of reached) if (counts(node, text.slice(start, at + to))) found.push({ from: start, to: at + to })
        paths = reached
      }
      before = end
    })
    return found
  }

  /** Once for each word: the path that began first would be no other. */
  #reach(node: Node, start: number, reached: Path[]): void {
    if (node.reachedBy === this.#step) return
    node.reachedBy = this.#step
    reached.push({ node, start })
  }

  /** Told without a look at what is remembered: most words are of this kind. */
  #beginsNothing(letters: string): boolean {
    return ASCII.test(letters) && this.#root.next?.has(letters.toLowerCase()) !== true
  }

  #runOf(text: string): Run {
    let run = this.#runs.get(text)
    if (!run) {
      const words = wordsOfRun(text).map((word) => ({ ...word, nodes: followers(this.#root, word.key) }))
      run = { words, begins: words.some(({ nodes }) => nodes.length > 0) }
      if (this.#runs.size >= REMEMBERED) this.#runs.clear()
      this.#runs.set(text, run)
    }
    return run
  }

  *#signed(text: string): Generator<Stretch> {
    for (const sign of this.#signs)
      for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) yield { from: at, to: at + sign.length }
  }

  *#phoned(text: string): Generator<Stretch> {
    if (this.#phones.size === 0) return
    for (const match of text.matchAll(PHONE)) {
      const digits = digitsOf(match[0])
      for (let length = FEWEST_OF_PHONE; length <= LONGEST_OF_PHONE; length += 1)
        for (let at = 0; at + length <= digits.length; at += 1)
          if (this.#phones.has(digits.slice(at, at + length))) yield { from: match.index, to: match.index + match[0].length }
    }
  }

  #put(words: readonly string[], name: string, use: NameUse | 'exact'): void {
    this.#runs.clear()
    const [fewest, shortest] = words.length > 1 ? [INFLECTED_BESIDE, SHORTEST_STEM_BESIDE] : [INFLECTED, SHORTEST_STEM]
    let node = this.#root
    for (const word of words) {
      node.next ??= new Map()
      let after = node.next.get(word)
      if (!after) {
        after = newNode()
        node.next.set(word, after)
      }
      if (word.length >= fewest && CYRILLIC.test(word)) {
        node.inflected ??= new Map()
        for (const stem of stemsOf(word, shortest)) {
          const others = node.inflected.get(stem)
          if (!others) node.inflected.set(stem, [after])
          else if (!others.includes(after)) others.push(after)
        }
      }
      node = after
    }
    if (use === 'exact') (node.spellings ??= new Set()).add(spelled(name))
    else if (node.use !== 'any') node.use = use
  }

  #nodeOf(name: string): Node | undefined {
    let node: Node | undefined = this.#root
    for (const { key } of nameWords(name)) node = node?.next?.get(key)
    return node === this.#root ? undefined : node
  }
}

const spelled = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** The whole word, and what is left without its last vowels. */
function stemsOf(word: string, shortest: number): string[] {
  for (let cut = VOWELS.exec(word)?.[0].length ?? 0; cut > 0; cut -= 1)
    if (word.length - cut >= shortest) return [word, word.slice(0, -cut)]
  return [word]
}

const NOTHING: readonly Node[] = []

/** Where a name goes on after `node` with this word; by several ways when it may be the word with an ending. */
function followers({ next, inflected }: Node, key: string): readonly Node[] {
  const exact = next?.get(key)
  const nodes = exact ? [exact] : NOTHING
  if (!inflected || key.length < SHORTEST_STEM_BESIDE || !CYRILLIC.test(key)) return nodes
  const all = new Set(nodes)
  for (let length = key.length; length >= SHORTEST_STEM_BESIDE && length >= key.length - LONGEST_ENDING - 2; length -= 1) {
    if (key.length - length > LONGEST_ENDING && !LONG_ENDING.test(key.slice(length))) continue
    for (const node of inflected.get(key.slice(0, length)) ?? NOTHING) all.add(node)
  }
  return [...all]
}

function counts({ use, spellings, others }: Node, text: string): boolean {
  if (use === undefined && !spellings) return false
  if (others?.has(linkKey(text))) return false
  if (use === 'any' || spellings?.has(spelled(text))) return true
  return use === 'capital' && text.charAt(0) === text.charAt(0).toUpperCase()
}

/** In order, and what overlaps as one. */
export function merged(stretches: Stretch[]): Stretch[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}
