/**
 * Latin letters that stand together for one Cyrillic letter, whatever their neighbours; longest first. What depends on
 * neighbours or is read in two ways (y, j, dj, i, c, x, sch, ss) is read in read-latin.ts. Capitals: see cyrillic-letters.ts.
 */
export const LATIN_DIGRAPHS: readonly (readonly [spelling: string, key: string, source: string])[] = [
  ['nggh', 'ng', 'ңғ: BGN/PCGN 1979'],
  ['ngg', 'ng', 'ңг: BGN/PCGN 1979'],
  ['shch', 'SC', 'щ: BGN/PCGN 1947, ICAO Doc 9303'],
  ['dzh', 'Z', 'дж: BGN/PCGN 1947; Soviet spellings of Kazakh ж'],
  ['dZ', 'Z', 'дж: ISO 9:1995 (dž)'],
  ['zh', 'Z', 'ж: BGN/PCGN 1947 and 1979, ICAO Doc 9303'],
  ['kh', 'h', 'х: BGN/PCGN 1947 and 1979, ICAO Doc 9303'],
  ['gh', 'g', 'ғ: BGN/PCGN 1979'],
  ['ch', 'C', 'ч: BGN/PCGN 1947, ICAO Doc 9303; Kazakh alphabet of 2018'],
  ['sh', 'S', 'ш: BGN/PCGN 1947, ICAO Doc 9303; Kazakh alphabet of 2018'],
  ['tzh', 'tZ', 'тж, not ц: Bakytzhan'],
  ['tz', 'ts', 'ц: press spellings'],
  ['ck', 'kk', 'кк: press spellings'],
]
