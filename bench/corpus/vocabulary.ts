/** 40,000 made-up words over three scripts, drawn with the frequencies of Zipf's law. */
import { Random } from './random.ts'

/** Latin letters with diacritics, Russian, Kazakh, and Korean for names and quotations. */
export const languages = ['latin', 'russian', 'kazakh', 'korean'] as const
export type Language = (typeof languages)[number]

const SIZES: Readonly<Record<Language, number>> = { latin: 24_000, russian: 8_000, kazakh: 6_000, korean: 2_000 }

interface Letters {
  readonly onsets: readonly string[]
  readonly vowels: readonly string[]
  readonly codas: readonly string[]
}

const split = (letters: string): readonly string[] => letters.split(' ')

const letters: Readonly<Record<Exclude<Language, 'korean'>, Letters>> = {
  latin: {
    onsets: split('b c d f g h j k l m n p r s t v w z br ch cl dr fr gr pl pr sh st str th tr'),
    vowels: split('a e i o u a e i o u a e i o u ai ea io ou'),
    codas: [...split('n r s t l m d c n r s ng nt st'), '', '', '', '', '', '', ''],
  },
  russian: {
    onsets: split('б в г д ж з к л м н п р с т ф х ц ч ш щ пр ст вс гр кр тр'),
    vowels: split('а е и о у ы э ю я а е и о у ё ий ой ей'),
    codas: [...split('н р с т л м й ть ст ск ь в'), '', '', '', '', ''],
  },
  kazakh: {
    onsets: split('б д ж з к л м н п р с т ш қ ғ ң й қ т с'),
    vowels: split('а е и о у ы і ә ө ұ ү а е ы і ай ей'),
    codas: [...split('н р с т л м й қ к ң ғ п'), '', '', '', ''],
  },
}

/** A syllable in so many has a letter with a diacritic, or one that Latin has beside a to z. */
const MARKED_SYLLABLES = 0.06
const marked = split('é è ê ç á í ó ö ü ä å ø ñ ß ł ą ę ś ž š ș ğ ı ā')

/** The words of one language, the commonest first. */
class Lexicon {
  readonly words: readonly string[]
  /** Where each word's share ends, of all shares together. */
  readonly #shares: Float64Array

  constructor(language: Language, seed: number) {
    this.words = madeWords(language, seed)
    this.#shares = new Float64Array(this.words.length)
    let sum = 0
    for (let rank = 0; rank < this.#shares.length; rank++) {
      sum += 1 / (rank + 1)
      this.#shares[rank] = sum
    }
  }

  draw(random: Random): string {
    const shares = this.#shares
    const at = random.fraction() * (shares.at(-1) ?? 0)
    let low = 0
    let high = shares.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((shares[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return this.words[low] ?? ''
  }
}

export class Vocabulary {
  readonly #lexicons: Readonly<Record<Language, Lexicon>>

  constructor(seed: number) {
    this.#lexicons = {
      latin: new Lexicon('latin', seed),
      russian: new Lexicon('russian', seed),
      kazakh: new Lexicon('kazakh', seed),
      korean: new Lexicon('korean', seed),
    }
  }

  /** A word as texts have it: the commonest make up most of them. */
  draw(language: Language, random: Random): string {
    return this.#lexicons[language].draw(random)
  }

  /** All words of a language, the commonest first. */
  words(language: Language): readonly string[] {
    return this.#lexicons[language].words
  }
}

function madeWords(language: Language, seed: number): string[] {
  const random = new Random(seed, languages.indexOf(language), 0x776f7264)
  const words = new Set<string>()
  while (words.size < SIZES[language]) words.add(madeWord(language, words.size, random))
  return [...words]
}

/** Common words are short, as in any language. */
function syllables(rank: number, random: Random): number {
  if (rank < 60) return 1
  if (rank < 1_000) return random.between(1, 2)
  return rank < 8_000 ? random.between(2, 3) : random.between(3, 4)
}

function madeWord(language: Language, rank: number, random: Random): string {
  let word = ''
  for (let left = syllables(rank, random); left > 0; left--) {
    if (language === 'korean') word += String.fromCodePoint(0xac00 + random.below(11_172))
    else {
      const { onsets, vowels, codas } = letters[language]
      const mark = language === 'latin' && random.chance(MARKED_SYLLABLES) ? random.pick(marked) : ''
      word += random.pick(onsets) + random.pick(vowels) + mark + random.pick(codas)
    }
  }
  return word
}
