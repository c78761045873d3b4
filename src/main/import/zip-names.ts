/** What an entry of an archive is called, and whether that may be the path of a file. */
import { MAX_FOLDERS_DEEP } from './source.ts'

interface RawName {
  readonly raw: Uint8Array
  /** The archive says that it is UTF-8. */
  readonly isUtf8: boolean
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** The second half of code page 437, which archives of old are in. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

function utf8Name(raw: Uint8Array): string | undefined {
  try {
    return utf8.decode(raw)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const isCyrillicByte = (byte: number) => (byte >= 0x80 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xf7)

/** Of code page 866, which has the letters from А to п, those from р to я, and a few that are written seldom. */
const cyrillicLetter = (byte: number): string => {
  if (byte < 0x80) return String.fromCharCode(byte)
  if (byte <= 0xaf) return String.fromCharCode(0x0410 + byte - 0x80)
  return byte <= 0xef ? String.fromCharCode(0x0440 + byte - 0xe0) : ('ЁёЄєЇїЎў'[byte - 0xf0] ?? '')
}

/** Letters of western languages seldom stand three together beyond ASCII; Russian ones do in every word. */
function looksCyrillic(raw: Uint8Array): boolean {
  let run = 0
  for (const byte of raw) {
    if (byte < 0x80) run = 0
    else if (!isCyrillicByte(byte)) return false
    else if (++run === 3) return true
  }
  return false
}

/** Archives are in UTF-8 where they say so or where it fits, else in code page 437, or 866 as Russian Windows writes them. */
export function entryName({ raw, isUtf8 }: RawName): string {
  const text = utf8Name(raw)
  if (text !== undefined) return text
  if (isUtf8) return new TextDecoder().decode(raw)
  if (looksCyrillic(raw)) return Array.from(raw, cyrillicLetter).join('')
  return Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '�'))).join('')
}

/** Why an entry cannot be the file of its name; undefined when it can. */
export function entryNameProblem(name: string): string | undefined {
  if (name.includes('\u0000')) return 'its name has a character in it that ends names'
  if (/\p{Cc}/u.test(name)) return 'its name has unseen characters in it'
  if (name.includes('\\')) return 'its name has a backslash in it'
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'its path leads out of the archive'
  const parts = name.replace(/\/$/, '').split('/')
  if (parts.includes('..') || parts.includes('.')) return 'its path leads out of the archive'
  if (parts.includes('')) return 'its path has an empty name in it'
  if (parts.length > MAX_FOLDERS_DEEP) return `it lies deeper than ${MAX_FOLDERS_DEEP} folders`
  return undefined
}
