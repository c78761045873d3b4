/** Looks for the next frame behind damaged bytes. */
import type { ByteWindow } from './byte-window.ts'
import { FRAME_OPENING, PREFIX_BYTES, readHeader } from './frame.ts'

const LINE_END = 0x0a
const STEP_BYTES = 256 * 1024
/** No line of JSON has this in its middle: a record has no bare line end. */
const marker = Buffer.concat([Buffer.of(LINE_END), FRAME_OPENING])

/**
 * Where the next frame with a valid header begins behind `from`; the size when there is none. `expected` is where the
 * damaged frame ends by its own word: there a frame counts even when the line end before it is damaged as well.
 */
export async function findFrame(window: ByteWindow, from: number, expected: number | null): Promise<number> {
  const found = await findLine(window, from)
  if (expected === null || expected >= found) return found
  return readHeader(await window.bytes(expected, PREFIX_BYTES), 0) ? expected : found
}

async function findLine(window: ByteWindow, from: number): Promise<number> {
  for (let at = from; at < window.size;) {
    const view = await window.bytes(at, STEP_BYTES + PREFIX_BYTES)
    const bytes = Buffer.from(view.buffer, view.byteOffset, view.length)
    // also where the file has become shorter than it was
    const isEnd = at + bytes.length >= window.size || bytes.length < STEP_BYTES
    for (let index = bytes.indexOf(marker); index >= 0; index = bytes.indexOf(marker, index + 1)) {
      // a beginning that this view cuts off is looked at with the next one
      if (!isEnd && index + 1 + PREFIX_BYTES > bytes.length) break
      if (readHeader(bytes, index + 1)) return at + index + 1
    }
    if (isEnd) return window.size
    at += bytes.length - PREFIX_BYTES
  }
  return window.size
}
