/**
 * The frame around everything in a segment: one line of JSON whose header, a text of fixed width, says what follows and
 * seals it. docs/format.md describes it for readers in other languages.
 *
 * `{"frame":"K. sssssssssssss rrrrrrrrrrrr lllllllll kkkkkkkk pppppppp hhhhhhhh","record":<payload>}\n`
 */
import { crc32 } from 'node:zlib'

/** `S` begins a segment, `P` is a version of a record, `C` a version of its own in the history, `E` an erased record. */
export type FrameKind = 'S' | 'P' | 'C' | 'E'

export interface FrameHeader {
  readonly kind: FrameKind
  /** The last frame of its transaction. */
  readonly last: boolean
  readonly sequence: number
  /** The workspace's revision. */
  readonly revision: number
  /** Of the payload, in bytes. */
  readonly length: number
  /** The header CRC of the frame before; 0 in the first frame of a segment. */
  readonly link: number
  readonly payloadCrc: number
  readonly headerCrc: number
}

const OPENING = '{"frame":"'
const BETWEEN = '","record":'
const CLOSING = '}\n'
/** Where the fields begin in the line; a space stands between them. */
const AT = { kind: 10, flag: 11, sequence: 13, revision: 27, length: 40, link: 50, payloadCrc: 59, headerCrc: 68 } as const
const WIDTH = { sequence: 13, revision: 12, length: 9, crc: 8 } as const
const HEADER_END = AT.headerCrc + WIDTH.crc

/** The payload begins so many bytes behind the beginning of its frame. */
export const PREFIX_BYTES = HEADER_END + BETWEEN.length
/** What follows the payload. */
const SUFFIX_BYTES = CLOSING.length
/** What nine digits can say. A record is far smaller. */
export const MAX_PAYLOAD_BYTES = 999_999_999

/** How a frame begins, to look for one in damaged bytes. */
export const FRAME_OPENING: Uint8Array = Buffer.from(OPENING, 'latin1')

const betweenBytes = Buffer.from(BETWEEN, 'latin1')
const kindLetters = new Map<number | undefined, FrameKind>([
  [0x53, 'S'],
  [0x50, 'P'],
  [0x43, 'C'],
  [0x45, 'E'],
])
const LAST = 0x2e
const MORE = 0x2b
const SPACE = 0x20
const CLOSING_BRACE = 0x7d
const LINE_END = 0x0a

/** The size of a whole frame in bytes. */
export const frameBytes = (payloadLength: number): number => PREFIX_BYTES + payloadLength + SUFFIX_BYTES

/** A frame's bytes, and the header that the next one links to. */
export function encodeFrame(
  kind: FrameKind,
  last: boolean,
  sequence: number,
  revision: number,
  link: number,
  payload: Uint8Array,
): { readonly bytes: Uint8Array; readonly header: FrameHeader } {
  const { length } = payload
  if (length > MAX_PAYLOAD_BYTES) throw new RangeError('A payload is too large for a frame.')
  const payloadCrc = crc32(payload)
  const bytes = Buffer.allocUnsafe(frameBytes(length))
  const sealed = `${OPENING}${kind}${last ? '.' : '+'} ${digits(sequence, WIDTH.sequence)} ${digits(revision, WIDTH.revision)} ${digits(length, WIDTH.length)} ${hex(link)} ${hex(payloadCrc)} `
  bytes.write(sealed, 0, 'latin1')
  const headerCrc = crc32(bytes.subarray(0, AT.headerCrc))
  bytes.write(`${hex(headerCrc)}${BETWEEN}`, AT.headerCrc, 'latin1')
  bytes.set(payload, PREFIX_BYTES)
  bytes[PREFIX_BYTES + length] = CLOSING_BRACE
  bytes[PREFIX_BYTES + length + 1] = LINE_END
  return { bytes, header: { kind, last, sequence, revision, length, link, payloadCrc, headerCrc } }
}

/** The header of the frame that begins at `at`; null when no whole, unchanged header stands there. */
export function readHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + PREFIX_BYTES > bytes.length || bytes[at] !== 0x7b) return null
  const kind = kindLetters.get(bytes[at + AT.kind])
  const flag = bytes[at + AT.flag]
  if (kind === undefined || (flag !== LAST && flag !== MORE)) return null
  const headerCrc = readHex(bytes, at + AT.headerCrc)
  if (headerCrc < 0 || crc32(bytes.subarray(at, at + AT.headerCrc)) !== headerCrc) return null
  if (Buffer.compare(bytes.subarray(at + HEADER_END, at + PREFIX_BYTES), betweenBytes) !== 0) return null
  const sequence = readDigits(bytes, at + AT.sequence, WIDTH.sequence)
  const revision = readDigits(bytes, at + AT.revision, WIDTH.revision)
  const length = readDigits(bytes, at + AT.length, WIDTH.length)
  const link = readHex(bytes, at + AT.link)
  const payloadCrc = readHex(bytes, at + AT.payloadCrc)
  // a CRC alone is not enough: one in four thousand million texts has any given one
  const fits = sequence >= 0 && revision >= 0 && length >= 0 && link >= 0 && payloadCrc >= 0 && isSpaced(bytes, at)
  return fits ? { kind, last: flag === LAST, sequence, revision, length, link, payloadCrc, headerCrc } : null
}

/** Whether the two bytes behind a payload are those that end a frame. */
export const endsFrame = (bytes: Uint8Array, at: number): boolean => bytes[at] === CLOSING_BRACE && bytes[at + 1] === LINE_END

const digits = (value: number, width: number) => String(value).padStart(width, '0')
const hex = (value: number) => value.toString(16).padStart(WIDTH.crc, '0')

function isSpaced(bytes: Uint8Array, at: number): boolean {
  for (const field of [AT.sequence, AT.revision, AT.length, AT.link, AT.payloadCrc, AT.headerCrc])
    if (bytes[at + field - 1] !== SPACE) return false
  return true
}

/** −1 when a character is no digit. */
function readDigits(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let index = at; index < at + width; index += 1) {
    const digit = (bytes[index] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** −1 when a character is no lower-case hexadecimal digit. */
function readHex(bytes: Uint8Array, at: number): number {
  let value = 0
  for (let index = at; index < at + WIDTH.crc; index += 1) {
    const code = bytes[index] ?? 0
    const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}
