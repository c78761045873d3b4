/** File names that are safe on Windows, macOS and Linux, tell what they hold, and never collide. */
import { nameParts } from '../../shared/model/attachment-name.ts'
import type { RecordHead } from '../../shared/model/head.ts'

export const ENDING = '.md'
/** Bytes of UTF-8 of a whole name, ending included: synchronised and encrypted folders allow no more. */
const MAX_BYTES = 120
const MAX_STEM = MAX_BYTES - ENDING.length

/** Windows' device names, alone or before an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/iu
/** Controls, lone surrogates, line separators, direction marks and other unseen characters; joiners shape letters and stay. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu
/** A backtick in a link would begin code; the rest of what is replaced here no file system or link can bear. */
const REPLACED: Readonly<Record<string, string>> = {
  '/': '-',
  '\\': '-',
  '|': '-',
  ':': '-',
  '"': "'",
  '`': "'",
  '<': '(',
  '>': ')',
  '[': '(',
  ']': ')',
  '#': '-',
  '^': '-',
  '?': '',
  '*': '',
}
/** Made when a name is too long: its tables take a tenth of a start to load. */
let segmenter: Intl.Segmenter | undefined
const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8')

/** A title as a file name without ending. */
export function safeName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .replace(/[/\\|:"`<>[\]#^?*]/gu, (char) => REPLACED[char] ?? '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '')
  const named = DEVICE.test(plain) ? `_${plain}` : plain
  return cutTo(named, MAX_STEM) || 'Untitled'
}

/** The name of a file of another kind, with its ending. */
export function safeFileName(name: string): string {
  const { stem, ending } = nameParts(name)
  const clean = ending.replace(/[^\p{L}\p{N}._-]/gu, '')
  const kept = clean.length > 1 ? clean : ''
  return `${cutTo(safeName(stem), MAX_BYTES - bytesOf(kept)) || 'Untitled'}${kept}`
}

/** The names of all records, by id: a title that is a safe name keeps it, then the older record goes first. */
export function assignFileNames(heads: readonly Pick<RecordHead, 'id' | 'title'>[]): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  /** The last number given to a name, so that a thousand alike are not counted through a thousand times. */
  const numbered = new Map<string, number>()
  const inOrder = heads
    .map(({ id, title }) => ({ id, name: safeName(title), changed: safeName(title) !== title }))
    .toSorted((a, b) => Number(a.changed) - Number(b.changed) || (a.id < b.id ? -1 : 1))
  for (const { id, name } of inOrder) {
    let free = name
    while (taken.has(collisionKey(free))) {
      const number = (numbered.get(name) ?? 1) + 1
      numbered.set(name, number)
      const suffix = ` (${number})`
      free = `${cutTo(name, MAX_STEM - suffix.length)}${suffix}`
    }
    taken.add(collisionKey(free))
    names.set(id, free)
  }
  return names
}

/** Two names with the same key are one file on some system: case, normalisation and compatibility forms do not part them. */
export const collisionKey = (name: string): string => name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKC')

/** Shortens to so many bytes between graphemes; the end is never a space or full stop. */
function cutTo(name: string, bytes: number): string {
  const trimmed = name.replace(/[. ]+$/u, '')
  if (bytesOf(trimmed) <= bytes) return trimmed
  let cut = ''
  let size = 0
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(name)) {
    size += bytesOf(segment)
    if (size > bytes) break
    cut += segment
  }
  if (cut === '') {
    // one letter with hundreds of marks
    for (const char of name) if (bytesOf(cut + char) <= bytes) cut += char
  }
  return cut.replace(/[. ]+$/u, '')
}
