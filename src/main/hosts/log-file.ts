/** The host's log: one JSON object a line in `logs/rapporteur.log` of the app data folder; errors go to stderr too. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, LogEntry } from '../rpc/log.ts'
import type { Clock } from '../workspace/port.ts'

/** Beyond it the log of before becomes `rapporteur.1.log`. */
const FULL_BYTES = 2 * 1024 * 1024

function prepare(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'rapporteur.log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > FULL_BYTES) renameSync(file, join(folder, 'rapporteur.1.log'))
  return file
}

export function createLog(appDataFolder: string, clock: Clock): Log {
  let file: string | null
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const giveUp = (error: unknown) => {
    file = null
    say(`The log cannot be written (${String(error)}); it goes on here.`)
  }
  try {
    file = prepare(join(appDataFolder, 'logs'))
  } catch (error) {
    giveUp(error)
  }
  const write = (level: 'error' | 'info', entry: LogEntry) => {
    const line = JSON.stringify({ time: new Date(clock()).toISOString(), level, ...entry })
    if (level === 'error' || file === null) say(line)
    if (file === null) return
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch (error) {
      giveUp(error)
    }
  }
  return { error: (entry) => write('error', entry), info: (entry) => write('info', entry) }
}
