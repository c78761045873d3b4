/**
 * Latin letters with marks that say more than the letter without: what they become before a word is read. Capitals Z, S
 * and C are sounds of the key (cyrillic-letters.ts); A, U, O, W, K and R are two readings that latin-reader.ts
 * weighs, Y is a soft sign before e. Every
 * other mark falls away (fold.ts): ä ö ü ğ ñ ū of the Kazakh alphabet of 2021, á ó ú ǵ ń of 2018, è ė ë of ISO 9 and
 * BGN/PCGN.
 */
export const LATIN_MARKS: Readonly<Record<string, string>> = {
  // ISO 9:1995
  ž: 'Z',
  š: 'S',
  č: 'C',
  ŝ: 'SC',
  â: 'A',
  û: 'U',
  // Kazakh alphabet of 2021
  ş: 'S',
  // Kazakh alphabet of 2018: у; elsewhere y with an accent
  ý: 'W',
  // ч of the Kazakh draft of 2019, and of Turkish and Azerbaijani; elsewhere a soft c
  ç: 'K',
  // Russian spellings of German and Turkish names: Мюллер, Шрёдер; Kazakh ү and ө
  ü: 'U',
  ö: 'O',
  // Azerbaijani ә
  ə: 'a',
  // Romanian ц
  ț: 'ts',
  ţ: 'ts',
}

/** Kazakh alphabet of 2017: letters before an apostrophe. s' is ш there and сь in BGN/PCGN. */
export const LATIN_APOSTROPHES: Readonly<Record<string, string>> = {
  y: 'W',
  c: 'K',
  s: 'R',
}

/** A soft sign before е: Gur'ev, of ISO 9 and of the press. */
export const SOFT_E = 'Y'

/** The characters that stand for an apostrophe or a soft sign within a word. */
export const APOSTROPHES = "'’‘`´′ʹʺʻʼʾʿ"
