import { CHOICE } from './choices.ts'
import { isEnglishJ, isEnglishYe } from './english-words.ts'
import { KeyWriter } from './key-writer.ts'
import { LATIN_DIGRAPHS } from './latin-digraphs.ts'

/** Shorter words that end in c are English sooner than ISO 9: doc is not dots. */
const SHORTEST_WITH_C = 5

const VOWELS = 'aeiouy'
const isVowel = (letter: string): boolean => letter !== '' && 'aeiouAUO'.includes(letter)
const VOWEL_OF: Readonly<Record<string, string>> = { a: 'a', e: 'e', i: 'i', o: 'o', u: 'u', A: 'a', U: 'u', O: 'o', y: 'y', W: 'u' }

const DIGRAPHS = new Map<string, (readonly [string, string])[]>()
for (const [spelling, key] of LATIN_DIGRAPHS) {
  const first = spelling.charAt(0)
  DIGRAPHS.set(first, [...(DIGRAPHS.get(first) ?? []), [spelling, key]])
}

/** The second letters of digraphs. */
const DIGRAPH_ENDS = [...new Set(LATIN_DIGRAPHS.map(([spelling]) => spelling.charAt(1)))].join('')
/** What follows -ev in the endings of surnames and patronymics. */
const AFTER_EV = new Set(['', 'a', 'i', 'ic', 'ich', 'icha', 'iC', 'iCa', 'iK', 'n', 'na', 'ny', 'y', 'u', 'ym'])

/** Reads a Latin word letter by letter with the choices that were made; notes which ones it offered. */
export class LatinReader {
  at = 0
  choices = 0
  readonly writer = new KeyWriter()
  private readonly word: string
  private readonly chosen: number
  /** Whether the word has letters of Kazakh as BGN/PCGN writes it; asked once. */
  private kazakh: boolean | undefined

  constructor(word: string, chosen: number) {
    this.word = word
    this.chosen = chosen
  }

  step(): void {
    const { word, writer } = this
    const letter = word.charAt(this.at)
    const next = word.charAt(this.at + 1)
    if (next !== '' && DIGRAPH_ENDS.includes(next) && this.readDigraph(letter)) return
    this.at++
    switch (letter) {
      case 'a':
      case 'o':
      case 'u':
        writer.vowel(letter)
        return
      case 'e':
        this.readE()
        return
      case 'i':
        this.readI(next)
        return
      case 'y':
        this.readY(next)
        return
      case 'j':
        this.readJ(next)
        return
      case 'd':
        if (next === 'j' && !this.choose(CHOICE.j)) {
          writer.consonant('Z')
          this.at++
        } else writer.consonant('d')
        return
      case 'n':
        writer.consonant('n')
        if (next === 'g' && this.isKazakhNg() && this.choose(CHOICE.ng)) this.at++
        return
      case 's':
        this.readS(next)
        return
      case 't':
        // Tchaikovsky: ч by way of French, at the start of a word only (not in watch).
        if (this.at !== 1 || !word.startsWith('ch', 1)) writer.consonant('t')
        return
      case 'c':
        if (next !== '' && 'eiy'.includes(next)) writer.consonant('ts')
        else if (next === '' && word.length < SHORTEST_WITH_C) writer.consonant('k')
        else writer.consonant(this.choose(CHOICE.c) ? 'ts' : 'k')
        return
      case 'x':
        writer.consonant(next !== '' && this.choose(CHOICE.x) ? 'h' : 'ks')
        return
      case 'q':
        writer.consonant('k')
        return
      case 'Y':
        writer.glide('e')
        return
      case 'A':
      case 'U':
        this.readMarkedVowel(letter === 'A' ? 'a' : 'u')
        return
      case 'O':
        writer.vowel(this.choose(CHOICE.marks) ? 'e' : 'o')
        return
      case 'W':
        if (this.choose(CHOICE.marks)) writer.vowel('u')
        else this.readY(next)
        return
      case 'K':
        writer.consonant(this.choose(CHOICE.marks) ? 'C' : 's')
        return
      case 'R':
        this.readSoftS(next)
        return
      default:
        writer.consonant(letter)
    }
  }

  private readDigraph(first: string): boolean {
    for (const [spelling, key] of DIGRAPHS.get(first) ?? []) {
      if (!this.word.startsWith(spelling, this.at)) continue
      this.writer.consonant(key)
      this.at += spelling.length
      return true
    }
    return false
  }

  /** Whether the second reading of a choice is taken; the word is known to offer it. */
  private choose(choice: number): boolean {
    this.choices |= choice
    return (this.chosen & choice) !== 0
  }

  private readE(): void {
    const { word, writer, at } = this
    if (writer.afterConsonant && at >= 5 && word.charAt(at) === 'v' && AFTER_EV.has(word.slice(at + 1, at + 6)) && this.choose(CHOICE.ev)) {
      writer.vowel('i')
    }
    writer.vowel('e')
  }

  private readI(next: string): void {
    const { writer } = this
    if (this.at === 1) {
      if (next === 'e') writer.needsNext = true
      else writer.vowel(next !== '' && 'aou'.includes(next) ? 'j' : 'i')
    } else if (writer.afterConsonant || !writer.started || writer.afterGlide || writer.needsNext) {
      writer.vowel('i')
    } else if (writer.afterI) {
      return
    } else if ((next === '' && !writer.afterU) || isVowel(next) || next === 'y') {
      writer.glide(next === 'y' ? '' : (VOWEL_OF[next] ?? ''))
    } else if (this.choose(CHOICE.i)) {
      writer.vowel('i')
    } else {
      writer.glide('')
    }
  }

  private readY(next: string): void {
    const { word, writer } = this
    const initial = this.at === 1
    if (!isVowel(next)) {
      if (writer.afterI || (writer.afterGlide && next === '')) return
      if (initial || writer.afterConsonant || writer.afterGlide) writer.vowel('y')
      else if (next !== '' && next !== 'y' && this.isUy()) writer.vowel('y')
      else writer.glide('')
      return
    }
    if (initial && next === 'e' && isEnglishYe(word)) writer.vowel('j')
    else if (next === 'o' && (initial || writer.afterConsonant) && this.choose(CHOICE.yo)) this.readYo()
    else writer.glide(VOWEL_OF[next] ?? '')
  }

  private readJ(next: string): void {
    const { writer } = this
    const vowel = VOWEL_OF[next] ?? ''
    if (vowel === '') {
      const isZh = !writer.started || writer.afterConsonant || (next !== '' && this.choose(CHOICE.jBeforeConsonant))
      if (isZh) writer.consonant('Z')
      else writer.glide('')
    } else if (isEnglishJ(this.word) || !this.choose(CHOICE.j)) {
      writer.consonant('Z')
    } else if (next === 'y') {
      writer.glide('')
    } else if (next === 'o' && (!writer.started || writer.afterConsonant) && this.choose(CHOICE.yo)) {
      this.readYo()
    } else {
      writer.glide(vowel)
    }
  }

  /** уы: y is ы behind the у of the alphabets of 2017 and 2018, and may be behind u. */
  private isUy(): boolean {
    if (!this.writer.afterU) return false
    return this.word.charAt(this.at - 2) === 'W' || this.choose(CHOICE.uy)
  }

  private isKazakhNg(): boolean {
    const { word, at } = this
    if (!VOWELS.includes(word.charAt(at + 1) || '-') || !VOWELS.includes(word.charAt(at - 2) || '-')) return false
    this.kazakh ??= word.includes('q') || word.includes('gh') || word.includes('zh')
    return this.kazakh
  }

  /** ё, and ьё after a labial before -v: Fyodor, Solovyov. */
  private readYo(): void {
    const { word, writer } = this
    const before = word.charAt(this.at - 2)
    if (before !== '' && 'bvpfm'.includes(before) && word.charAt(this.at + 1) === 'v') writer.vowel('i')
    writer.vowel('e')
    this.at++
  }

  private readS(next: string): void {
    const { word, writer } = this
    if (next === 's' && writer.started && !writer.afterConsonant && VOWELS.includes(word.charAt(this.at + 1) || '-')) {
      writer.consonant('s')
      this.at++
    } else if (next === 'c' && word.charAt(this.at + 1) === 'h') {
      const after = word.charAt(this.at + 2)
      if (after === '') writer.consonant(this.choose(CHOICE.sch) ? 'SC' : 'S')
      else if (isVowel(after) || after === 'y' || after === 'j') writer.consonant('SC')
      else {
        writer.consonant('S')
        writer.needsNext = true
      }
      this.at += 2
    } else {
      writer.consonant('s')
    }
  }

  /** s': ш of the alphabet of 2017, or сь. */
  private readSoftS(next: string): void {
    const { writer } = this
    const isSh = this.choose(CHOICE.marks)
    writer.consonant(isSh ? 'S' : 's')
    if (!isSh && next === 'e') writer.glide('e')
  }

  /** â and û: я and ю of ISO 9, or the vowel alone. */
  private readMarkedVowel(vowel: string): void {
    if (this.choose(CHOICE.marks)) this.writer.glide(vowel)
    this.writer.vowel(vowel)
  }
}
