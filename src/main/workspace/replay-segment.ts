/** Reads one segment's transactions into the columns, and says what of the file is not as it was written. */
import { readApplied } from './applied-version.ts'
import type { AppliedErasure, AppliedVersion, RecordColumns } from './columns/record-columns.ts'
import type { ReadableFile } from './file-system.ts'
import type { FrameHeader } from './journal/frame.ts'
import { frameBytes } from './journal/frame.ts'
import { decodeSegmentHead } from './journal/segment-head.ts'
import { codecNamed } from './journal/codec.ts'
import type { Frame } from './journal/segment-reader.ts'
import { scanSegment } from './journal/segment-reader.ts'
import type { SegmentEnd } from './journal/segment-writer.ts'
import { DamagedFileError } from './json-file.ts'
import type { SegmentPlace } from './segment-place.ts'
import { misplacedAs, misplacedFile } from './segment-place.ts'

/** Something in a segment that cannot be taken for what was written. */
export interface SegmentDamage {
  readonly from: number
  readonly to: number
  /** One English sentence. */
  readonly reason: string
  /** What can still be read there, to name the records. */
  readonly text: string
}

export interface Replayed {
  /** Behind the last whole transaction. */
  readonly end: SegmentEnd
  readonly revision: number
  /** With something readable behind them. */
  readonly damages: readonly SegmentDamage[]
  /** What lies behind `end`: a write that was torn, or damage; null when nothing does. */
  readonly tail: SegmentDamage | null
}

export interface ReplayStart extends SegmentEnd {
  readonly revision: number
}

const YIELD_EVERY = 200
/** How many changes are gathered before the columns take them. */
const APPLY_EVERY = 500

export const fromTheBeginning: ReplayStart = { size: 0, sequence: 0, link: 0, frames: 0, revision: 0 }

/** Of a segment that belongs elsewhere, as after a mix-up of files, nothing reaches the columns. */
export async function replaySegment(
  file: ReadableFile,
  place: SegmentPlace,
  columns: RecordColumns,
  start: ReplayStart,
): Promise<Replayed> {
  // a writer beside us may go on; what it adds from here on is not ours to see
  const size = await file.size()
  // what was read by an earlier opening is not read again, but a file that came from elsewhere is noticed
  const misplaced = start.size > 0 ? await misplacedFile(file, place, size) : ''
  if (misplaced !== '') return notRead(misplaced, size, start)
  const replay = new Replay(place, columns, start)
  const options = { from: start.size, link: start.link, yieldEvery: YIELD_EVERY, size }
  for await (const item of scanSegment(file, options)) {
    if (item.type === 'frame') replay.frame(item.frame)
    else replay.damage(item)
    if (replay.misplaced !== '') return notRead(replay.misplaced, size, start)
  }
  return replay.close(size)
}

const notRead = (reason: string, size: number, start: ReplayStart): Replayed => ({
  end: start,
  revision: start.revision,
  damages: [{ from: 0, to: size, reason, text: '' }],
  tail: null,
})

class Replay {
  private readonly place: SegmentPlace
  private readonly columns: RecordColumns
  /** The last number that the segments before have used. */
  private readonly above: number
  private end: SegmentEnd
  private revision: number
  private frames: number
  private readonly damages: SegmentDamage[] = []
  private ready: (AppliedVersion | AppliedErasure)[] = []
  /** Why nothing of the segment counts; empty when it belongs there. */
  misplaced = ''
  /** The transaction whose last frame has not come yet. */
  private open: { readonly entries: (AppliedVersion | AppliedErasure)[]; readonly from: number; readonly revision: number } | null = null

  constructor(place: SegmentPlace, columns: RecordColumns, start: ReplayStart) {
    this.place = place
    this.columns = columns
    this.above = columns.sequence
    this.end = start
    this.revision = start.revision
    this.frames = start.frames
  }

  frame({ header, offset, payload }: Frame): void {
    this.frames += 1
    const to = offset + frameBytes(header.length)
    if (this.open && this.open.revision !== header.revision) this.drop(offset, 'A change stops in the middle.')
    try {
      if (header.kind === 'S' || header.sequence > this.above) this.take(header, offset, payload)
      else this.again(offset, to)
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error
      this.damage({ from: offset, to, reason: error.message, text: Buffer.from(payload).toString('utf8') })
    }
    if (this.misplaced !== '' || !header.last) return
    if (this.open) this.ready.push(...this.open.entries)
    this.open = null
    this.end = { size: to, sequence: header.sequence, link: header.headerCrc, frames: this.frames }
    this.revision = Math.max(this.revision, header.revision)
    if (this.ready.length >= APPLY_EVERY) this.apply()
  }

  damage(damage: SegmentDamage): void {
    // the beginning of a transaction that is damaged further on is no transaction
    if (this.open) this.drop(damage.from, 'A change is not whole: what follows of it is damaged.')
    this.damages.push(damage)
  }

  close(size: number): Replayed {
    if (this.open) this.drop(size, 'The last change was not written to its end.')
    this.apply()
    const { end, revision } = this
    const damages = this.damages.filter(({ from }) => from < end.size)
    const behind = this.damages.filter(({ from }) => from >= end.size)
    const [first] = behind
    const tail = first ? { ...first, from: end.size, to: size, text: behind.map(({ text }) => text).join('\n') } : null
    return { end, revision, damages, tail }
  }

  private take(header: FrameHeader, offset: number, payload: Uint8Array): void {
    if (header.kind === 'S') {
      if (offset !== 0) throw new DamagedFileError('A line stands where it does not belong.')
      const head = decodeSegmentHead(payload)
      if (!codecNamed(head.codec)) throw new DamagedFileError(`The records are written in a way that is not known here: ${head.codec}.`)
      this.misplaced = misplacedAs(head, this.place)
      return
    }
    const applied = readApplied(payload, { segment: this.place.name, offset, header })
    this.open ??= { entries: [], from: offset, revision: header.revision }
    this.open.entries.push(applied)
  }

  /** What a segment before has already said: many such lines in a row are one damage. */
  private again(from: number, to: number): void {
    const reason = 'A line stands where it does not belong.'
    const last = this.damages.at(-1)
    const isMore = last?.reason === reason && last.to === from
    if (isMore) this.damages.pop()
    this.damage({ from: isMore ? last.from : from, to, reason, text: '' })
  }

  private drop(to: number, reason: string): void {
    if (!this.open) return
    const { entries, from } = this.open
    this.open = null
    const text = entries
      .map((entry) => ('erased' in entry ? namedIn(entry.erased, '') : namedIn(entry.head.id, entry.head.title)))
      .join('\n')
    this.damages.push({ from, to, reason, text })
  }

  private apply(): void {
    if (this.ready.length > 0) this.columns.apply(this.ready)
    this.ready = []
  }
}

/** As it stands at the beginning of a record; see `touched-records.ts`. */
const namedIn = (id: string, title: string) => JSON.stringify({ id, rev: 0, title })
