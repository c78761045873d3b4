/**
 * Room on the disk for files of the index, which can be made again at any time: they leave enough for what a person saves.
 * Where there is too little, and where writing failed, it is not tried again with every edit.
 */
import { statfsSync } from 'node:fs'

const MEGABYTE = 1024 * 1024
/** What files of the index leave free: that, or a tenth of a small disk. */
const RESERVE = 256 * MEGABYTE
const PART_OF_DISK = 10
/** How much is written before the room is looked at again: others write as well. */
const UNASKED = MEGABYTE
const PAUSE = 5 * 60_000
const READ_ONLY = 'The workspace may only be read.'

export interface Disk {
  /** In bytes; undefined where it is not known. */
  room(folder: string): { readonly free: number; readonly size: number } | undefined
  /** In milliseconds, from any beginning. */
  now(): number
}

export const realDisk: Disk = {
  room(folder) {
    try {
      const { bavail, blocks, bsize } = statfsSync(folder)
      // some disks of networks tell nothing
      return blocks > 0 ? { free: bavail * bsize, size: blocks * bsize } : undefined
    } catch {
      return undefined
    }
  },
  now: () => performance.now(),
}

/** Why a file of the index is not written. */
export class NoRoomError extends Error {}

export class DiskRoom {
  /** False while nothing may be written, whatever room there is. */
  isWritable = true
  readonly #folder: () => string
  readonly #disk: Disk
  #unasked = 0
  /** Until when nothing is written, and until when no part is. */
  #failedUntil = -Infinity
  #refusedUntil = -Infinity

  /** @param folder one that is there, on the disk that is written to */
  constructor(folder: () => string, disk: Disk) {
    this.#folder = folder
    this.#disk = disk
  }

  /** Whether a part of about so many bytes may be written. When it may not, no other one may for some minutes. */
  allowsPart(bytes: number): boolean {
    const now = this.#disk.now()
    if (!this.isWritable || now < this.#refusedUntil) return false
    const isAllowed = this.refusal(bytes) === ''
    if (!isAllowed) this.#refusedUntil = now + PAUSE
    return isAllowed
  }

  /** Why a file of about so many bytes may not be written; empty when it may. */
  refusal(bytes: number): string {
    if (!this.isWritable) return READ_ONLY
    if (this.#disk.now() < this.#failedUntil) return 'Writing a file of it failed a few minutes ago.'
    const room = this.#disk.room(this.#folder())
    if (!room) return ''
    const reserve = Math.min(RESERVE, room.size / PART_OF_DISK)
    if (room.free - bytes - UNASKED >= reserve) return ''
    const [needed, kept, free] = [bytes, reserve, room.free].map((size) => Math.ceil(size / MEGABYTE))
    return `It needs ${String(needed)} MB and leaves ${String(kept)} MB free for saving; ${String(free)} MB are free.`
  }

  /** Before so many bytes are written. @throws NoRoomError */
  claim(bytes: number): void {
    if (!this.isWritable) throw new NoRoomError(READ_ONLY)
    this.#unasked += bytes
    if (this.#unasked <= UNASKED) return
    this.#unasked = 0
    const refusal = this.refusal(bytes)
    if (refusal === '') return
    this.#refusedUntil = this.#disk.now() + PAUSE
    throw new NoRoomError(refusal)
  }

  /** A file could not be made or written to. */
  failed(): void {
    this.#failedUntil = this.#disk.now() + PAUSE
    this.#refusedUntil = this.#failedUntil
  }
}
