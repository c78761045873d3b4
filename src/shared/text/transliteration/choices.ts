/**
 * Where one Latin spelling is read in two ways, a word offers a choice, as a bit; the likeliest to matter first. The first reading of
 * each is the one without its bit.
 */
export const CHOICE = {
  /** j: ж (Kazakh), or й (ISO 9); dj: дж (press spellings, by way of French), or дй. */
  j: 1,
  /** i between a vowel and a consonant, or at the end behind u: й (Baimenov), or и (Mikhail, Yassaui). */
  i: 2,
  /** c before a, o, u, a consonant or the end of a longer word: k, or ц (ISO 9). */
  c: 4,
  /** x: ks, or х. */
  x: 8,
  /** yo, jo: йо and ьо, or ё. */
  yo: 16,
  /** -ev after a long stem: ев, or ьев without its soft sign (ICAO). */
  ev: 32,
  /** sch at the end: ш (Bosch), or щ. */
  sch: 64,
  /** uy before a consonant: уй, or уы (Kazakh). */
  uy: 128,
  /** The letters with two readings of latin-marks.ts. */
  marks: 256,
  /** ng between vowels in a word with q, gh or zh: нг, or ң (BGN/PCGN 1979). */
  ng: 512,
  /** j between a vowel and a consonant: й (ISO 9), or ж (Nadejda). */
  jBeforeConsonant: 1024,
} as const
