/** A file that takes up the room of a small disk. */
import { appendFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const STEP_BYTES = 4096

export class Filler {
  private readonly path: string

  /** @param disk where the disk is mounted */
  constructor(disk: string) {
    this.path = join(disk, 'filler')
  }

  /** Takes up to 4 KiB of what is free; answers whether there was room for all of it. */
  takeStep(): boolean {
    try {
      appendFileSync(this.path, Buffer.alloc(STEP_BYTES, 0x61))
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
      throw error
    }
  }

  /** Takes all there is. */
  takeAll(): void {
    while (this.takeStep());
  }

  /** Gives 4 KiB back. */
  giveStep(): void {
    truncateSync(this.path, Math.max(0, statSync(this.path).size - STEP_BYTES))
  }

  giveAll(): void {
    rmSync(this.path)
  }
}
