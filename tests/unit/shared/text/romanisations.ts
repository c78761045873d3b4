/**
 * Published romanisations of Russian and Kazakh, for the tests: what a name written in Cyrillic looks like in each. Letters
 * that depend on their neighbours are functions of the letter before, with what stands before a word as ''.
 */
export interface Romanisation {
  readonly source: string
  readonly letters: Readonly<Record<string, string | ((before: string) => string)>>
}

const VOWELS = 'аәеёиіоөуұүыэюя'
const opensSyllable = (before: string): boolean => before === '' || VOWELS.includes(before) || 'йьъ'.includes(before)

/** The letters that all the Latin alphabets have in common here. */
const COMMON = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  ы: 'y',
  э: 'e',
}
const ENGLISH = { ж: 'zh', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'yu', я: 'ya', й: 'y', ъ: '', ь: '' }

/** BGN/PCGN romanisation of Russian, 1947. */
export const bgnRussian: Romanisation = {
  source: 'BGN/PCGN 1947',
  letters: {
    ...COMMON,
    ...ENGLISH,
    е: (before) => (opensSyllable(before) ? 'ye' : 'e'),
    ё: (before) => (opensSyllable(before) ? 'yë' : 'ë'),
    ъ: '”',
    ь: '’',
  },
}

/** The same without the marks of soft and hard signs, as the press writes. */
export const pressRussian: Romanisation = {
  source: 'press',
  letters: { ...bgnRussian.letters, ё: bgnRussian.letters['е'] ?? 'e', ъ: '', ь: '' },
}

/** ISO 9:1995, one letter for one letter. */
export const iso9: Romanisation = {
  source: 'ISO 9:1995',
  letters: {
    ...COMMON,
    е: 'e',
    ё: 'ë',
    ж: 'ž',
    й: 'j',
    х: 'h',
    ц: 'c',
    ч: 'č',
    ш: 'š',
    щ: 'ŝ',
    ъ: 'ʺ',
    ь: 'ʹ',
    э: 'è',
    ю: 'û',
    я: 'â',
    ә: 'a\u030b',
    ғ: 'ġ',
    қ: 'ķ',
    ң: 'ņ',
    ө: 'ô',
    ұ: 'u\u0307',
    ү: 'ù',
    һ: 'ḥ',
    і: 'ì',
  },
}

/** ICAO Doc 9303, part 3: machine readable travel documents. */
export const icao: Romanisation = {
  source: 'ICAO Doc 9303',
  letters: { ...COMMON, ...ENGLISH, е: 'e', ё: 'e', й: 'i', ю: 'iu', я: 'ia' },
}

/** BGN/PCGN romanisation of Kazakh, 1979. */
export const bgnKazakh: Romanisation = {
  source: 'BGN/PCGN 1979',
  letters: {
    ...COMMON,
    ...ENGLISH,
    е: 'e',
    ё: 'yo',
    и: 'ī',
    у: 'ū',
    ә: 'ä',
    ғ: 'gh',
    қ: 'q',
    ң: 'ng',
    ө: 'ö',
    ұ: 'u',
    ү: 'ü',
    һ: 'h',
    і: 'i',
    э: 'ė',
  },
}

const KAZAKH_LATIN = { ж: 'j', е: 'e', х: 'h', һ: 'h', қ: 'q', я: 'ia', ю: 'iu', ь: '', ъ: '' }

/** The Kazakh alphabet of the decree of October 2017. */
export const kazakh2017: Romanisation = {
  source: 'Kazakh alphabet of 2017',
  letters: {
    ...COMMON,
    ...KAZAKH_LATIN,
    ә: "a'",
    ғ: "g'",
    и: "i'",
    й: "i'",
    ң: "n'",
    ө: "o'",
    ш: "s'",
    ч: "c'",
    у: "y'",
    ү: "u'",
    ұ: 'u',
    і: 'i',
  },
}

/** The Kazakh alphabet of the decree of February 2018. */
export const kazakh2018: Romanisation = {
  source: 'Kazakh alphabet of 2018',
  letters: {
    ...COMMON,
    ...KAZAKH_LATIN,
    ә: 'á',
    ғ: 'ǵ',
    и: 'ı',
    й: 'ı',
    ң: 'ń',
    ө: 'ó',
    ш: 'sh',
    ч: 'ch',
    у: 'ý',
    ү: 'ú',
    ұ: 'u',
    і: 'i',
  },
}

/** The Kazakh alphabet proposed in January 2021. */
export const kazakh2021: Romanisation = {
  source: 'Kazakh alphabet of 2021',
  letters: {
    ...COMMON,
    ...KAZAKH_LATIN,
    ә: 'ä',
    ғ: 'ğ',
    и: 'i',
    й: 'i',
    ң: 'ñ',
    ө: 'ö',
    ш: 'ş',
    ч: 'ç',
    у: 'u',
    ү: 'ü',
    ұ: 'ū',
    і: 'ı',
  },
}

/** A lower-case Cyrillic word in Latin letters; undefined when the system has no letter for one of its letters. */
export function romanised(word: string, { letters }: Romanisation): string | undefined {
  let text = ''
  for (let at = 0; at < word.length; at++) {
    const latin = letters[word.charAt(at)]
    if (latin === undefined) return undefined
    text += typeof latin === 'string' ? latin : latin(word.charAt(at - 1))
  }
  return text
}
