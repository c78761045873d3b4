/**
 * Reads a Latin word the way the romanisations of Russian and Kazakh are read: BGN/PCGN 1947 and 1979, ISO 9:1995, ICAO
 * Doc 9303, the Kazakh alphabets of 2017, 2018 and 2021 and the spellings of the press. Where one spelling is read in two
 * ways, the word offers a choice; a choice is made once for the whole word, because a writer keeps to one system.
 */
import { isEnglishY } from './english-words.ts'
import { LatinReader } from './latin-reader.ts'
import { type Reading, finished } from './reading.ts'

/**
 * One reading of a word of lower-case Latin letters and the capitals of latin-marks.ts. `chosen` are the choices whose
 * second reading is taken. `end` says how many letters were typed where what follows is only supposed (name-keys.ts).
 */
export function readLatin(word: string, chosen: number, end: number = word.length): Reading {
  const reader = new LatinReader(word, chosen)
  let cut = -1
  while (reader.at < word.length) {
    if (cut < 0 && reader.at >= end && !reader.writer.needsNext) cut = reader.writer.key.length
    reader.step()
  }
  if (cut < 0) cut = reader.writer.key.length
  const { key } = reader.writer
  return { key: isEnglishY(word) ? key : finished(key), cut, choices: reader.choices }
}
