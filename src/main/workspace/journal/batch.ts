/** What is on its way into a segment: frames to be written, and where they come to stand. */
import { plain } from './codec.ts'
import type { FrameHeader, FrameKind } from './frame.ts'
import { encodeFrame } from './frame.ts'

export interface PendingFrame {
  readonly kind: FrameKind
  /** The last of its transaction. */
  readonly last: boolean
  readonly revision: number
  readonly payload: Uint8Array
}

export interface PlacedFrame {
  readonly header: FrameHeader
  /** Where the frame begins in the file. */
  readonly offset: number
}

/** Where a segment ends. */
export interface SegmentEnd {
  /** Bytes. */
  readonly size: number
  /** The last frame's. */
  readonly sequence: number
  readonly link: number
  /** How many there are, with the first. */
  readonly frames: number
}

/** What has been encoded of a batch: where each frame comes to stand, and where the segment will end. */
export interface Batch {
  readonly placed: PlacedFrame[]
  end: SegmentEnd
}

export function encodeInto(batch: Batch, { kind, last, revision, payload }: PendingFrame): Uint8Array {
  const { size, sequence, link, frames } = batch.end
  const { bytes, header } = encodeFrame(kind, last, sequence + 1, revision, link, plain.seal(payload))
  batch.placed.push({ header, offset: size })
  batch.end = { size: size + bytes.length, sequence: sequence + 1, link: header.headerCrc, frames: frames + 1 }
  return bytes
}

export function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = pieces
  return pieces.length === 1 && only ? only : Buffer.concat(pieces, bytes)
}
