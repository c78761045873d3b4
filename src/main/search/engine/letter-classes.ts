/**
 * Where a text can be cut so that the words of the pieces are the words of the whole (`words` of shared/text/fold.ts):
 * at characters that are no part of a word, do not become one when folded, and are not followed by something that joins
 * what is before it. Found out a page of 256 code units at a time, when a text first has one of them.
 */
import { APOSTROPHE } from '../../../shared/text/apostrophes.ts'
import { fold } from '../../../shared/text/fold.ts'

export const UNKNOWN = 0
/** In every class but UNKNOWN. */
export const KNOWN = 8
export const SEPARATOR = KNOWN + 1
export const LETTER = KNOWN + 2
/** Anything that needs to be looked at together with its neighbours: marks, apostrophes, symbols made of letters. */
export const ODD = KNOWN + 4

/** By UTF-16 code unit; UNKNOWN until {@link learnClass} was asked. */
export const letterClasses = new Uint8Array(0x1_0000)

const WORD = /[\p{L}\p{N}]/u
const JOINS = /[\p{M}\p{Cf}\u02b9-\u02bf\u02c8]/u
const JOINS_FIRST = /^[\p{M}\p{Cf}]/u
const PART = /[\p{L}\p{N}\p{M}\p{Cf}]/u

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return ODD
  const character = String.fromCharCode(unit)
  if (JOINS.test(character)) return ODD
  const parts = character.normalize('NFKD')
  if (JOINS_FIRST.test(parts) || APOSTROPHE.test(parts)) return ODD
  if (WORD.test(character)) return LETTER
  return PART.test(parts) || PART.test(fold(character)) ? ODD : SEPARATOR
}

export function learnClass(unit: number): number {
  const page = unit & 0xff00
  for (let at = page; at < page + 256; at += 1) letterClasses[at] = classOf(at)
  return letterClasses[unit] ?? ODD
}
