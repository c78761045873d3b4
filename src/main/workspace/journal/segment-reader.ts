/** Reads the frames of a segment in order, whatever has become of it, and never the whole file at once. */
import { crc32 } from 'node:zlib'
import type { ReadableFile } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { ByteWindow } from './byte-window.ts'
import { findFrame } from './find-frame.ts'
import type { FrameHeader } from './frame.ts'
import { endsFrame, frameBytes, PREFIX_BYTES, readHeader } from './frame.ts'

export interface Frame {
  readonly header: FrameHeader
  /** Where the frame begins in the file. */
  readonly offset: number
  /** A view into what was read; empty when only headers were asked for. Copy it to keep it for long. */
  readonly payload: Uint8Array
}

export interface Damage {
  readonly type: 'damage'
  readonly from: number
  /** Where the next frame with a valid header begins, or the size. The same as `from` when frames have been cut out. */
  readonly to: number
  /** One English sentence. */
  readonly reason: string
  /** What can still be read there, at most 64 KiB of it, to name the records. */
  readonly text: string
}

export type ScanItem = { readonly type: 'frame'; readonly frame: Frame } | Damage

export interface ScanOptions {
  /** Where to begin; there a frame must begin. */
  readonly from?: number
  /** What the first frame must link to. Not checked when left out, except at the beginning of the file. */
  readonly link?: number
  /** To take the file for smaller than it is, such as its size when a writer beside us had acknowledged it. */
  readonly size?: number
  /** Lets other work run after so many frames. */
  readonly yieldEvery?: number
  /** Does not look at the payloads. */
  readonly headersOnly?: boolean
}

const NAMING_BYTES = 64 * 1024

/**
 * Every frame that is yielded is whole, unchanged and behind the one before it. Everything else is a damage; one that
 * comes last and reaches to the end may be the torn tail of a write that was never acknowledged.
 */
export async function* scanSegment(file: ReadableFile, options: ScanOptions = {}): AsyncGenerator<ScanItem, void, undefined> {
  const size = options.size ?? (await file.size())
  const window = new ByteWindow(file, size)
  let at = options.from ?? 0
  let link = options.link ?? (at === 0 ? 0 : null)
  let sequence = 0
  let frames = 0
  while (at < size) {
    const found = await frameAt(window, at, options.headersOnly === true)
    if (found.frame) {
      const { header } = found.frame
      const rises = header.sequence > sequence
      if (!rises || (link !== null && header.link !== link)) {
        const reason = rises ? 'Lines are missing before this one.' : 'A line stands where it does not belong.'
        const to = rises ? at : at + frameBytes(header.length)
        yield { type: 'damage', from: at, to, reason, text: rises ? '' : await readableText(window, at, to) }
      }
      if (rises) {
        yield { type: 'frame', frame: found.frame }
        sequence = header.sequence
      }
      link = rises ? header.headerCrc : null
      at += frameBytes(header.length)
    } else {
      const to = await findFrame(window, at, found.expectedEnd)
      yield { type: 'damage', from: at, to, reason: found.reason, text: await readableText(window, at, to) }
      at = to
      link = null
    }
    frames += 1
    if (options.yieldEvery !== undefined && frames % options.yieldEvery === 0) await otherWork()
  }
}

/** @throws DamagedFileError when the bytes are not those that were written. */
export async function readPayload(file: ReadableFile, payloadOffset: number, length: number, crc: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const taken = await file.read(bytes, payloadOffset)
  if (taken < length) throw new DamagedFileError('The file is cut off.')
  if (crc32(bytes) !== crc) throw new DamagedFileError('The bytes are not those that were written.')
  return bytes
}

type Found =
  | { readonly frame: Frame; readonly reason?: undefined; readonly expectedEnd?: undefined }
  | { readonly frame: null; readonly reason: string; /** Where the frame ends by its own word. */ readonly expectedEnd: number | null }

async function frameAt(window: ByteWindow, at: number, headersOnly: boolean): Promise<Found> {
  const prefix = window.held(at, PREFIX_BYTES) ?? (await window.bytes(at, PREFIX_BYTES))
  const header = readHeader(prefix, 0)
  if (!header) {
    const isCut = prefix.length < PREFIX_BYTES
    return { frame: null, reason: isCut ? 'A line is cut off.' : 'The beginning of a line is not readable.', expectedEnd: null }
  }
  const length = frameBytes(header.length)
  const end = at + length
  if (end > window.size) return { frame: null, reason: 'A line is cut off.', expectedEnd: null }
  if (headersOnly) return { frame: { header, offset: at, payload: new Uint8Array(0) } }
  const bytes = window.held(at, length) ?? (await window.bytes(at, length))
  const payload = bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + header.length)
  if (crc32(payload) !== header.payloadCrc || !endsFrame(bytes, PREFIX_BYTES + header.length))
    return { frame: null, reason: 'A record is not as it was written.', expectedEnd: end }
  return { frame: { header, offset: at, payload } }
}

async function readableText(window: ByteWindow, from: number, to: number): Promise<string> {
  const bytes = await window.bytes(from, Math.min(to - from, NAMING_BYTES))
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').replaceAll('\0', '')
}

const otherWork = () => new Promise<void>((resolve) => setImmediate(resolve))
