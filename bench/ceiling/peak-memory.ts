/** The most that this process ever held, in MB, as the system counts it. */
import { readFileSync } from 'node:fs'

export function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  // what getrusage says begins with what the parent held
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}
