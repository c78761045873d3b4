/** What a process holds once everything that nobody needs is collected; wants `--expose-gc`. */
import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'

const MB = 2 ** 20

export interface Memory {
  /** Resident: what the system counts for the process. */
  readonly resident: number
  /** Resident without the pages of programs and libraries, which processes share; 0 where the system does not tell. */
  readonly own: number
  readonly heap: number
  /** Buffers. */
  readonly buffers: number
}

/** In MB. */
export async function settledMemory(): Promise<Memory> {
  const collect = globalThis.gc
  if (!collect) throw new Error('The process was started without --expose-gc.')
  for (let round = 0; round < 5; round++) {
    collect()
    await nextTurn()
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  return { resident: rss / MB, own: anonymousPages(), heap: heapUsed / MB, buffers: arrayBuffers / MB }
}

function anonymousPages(): number {
  if (process.platform !== 'linux') return 0
  const kilobytes = /^RssAnon:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}
