/** File names that are safe on Windows, macOS and Linux. */
import { nameParts } from '../model/attachment-name.ts'

/** Bytes of UTF-8 of a whole name, ending included: synchronised and encrypted folders allow no more. */
const MAX_BYTES = 120
/** In bytes; the ending of a markdown file comes to it. */
export const MAX_STEM = MAX_BYTES - '.md'.length

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
/** Bytes of UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const char of text) bytes += char < '\u0080' ? 1 : char < '\u0800' ? 2 : char.length === 1 ? 3 : 4
  return bytes
}

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

/** Shortens to so many bytes between graphemes; the end is never a space or full stop. */
export function cutTo(name: string, bytes: number): string {
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
