/**
 * How long the fault programme is. `npm run faults` runs a sample of every row in a few minutes; `npm run faults:full`
 * runs the figures of docs/faults.md (the vitest project `faults-full` sets RAPPORTEUR_FAULTS=full). Each figure can be
 * set alone by its variable, as in `RAPPORTEUR_KILLS=500 npm run faults -- killed-writer`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import { fileURLToPath } from 'node:url'

const isFull = process.env['RAPPORTEUR_FAULTS'] === 'full'

export const figures = {
  /** Processes killed while they work on a workspace. */
  kills: figure('RAPPORTEUR_KILLS', 64, 10_000),
  /** How many of them work at the same time, each on a workspace of its own. */
  killLanes: figure('RAPPORTEUR_KILL_LANES', 4, 4),
  /** Every so many operations of the disk fail with each error; 1 is all of them. */
  faultStep: figure('RAPPORTEUR_FAULT_STEP', 3, 1),
  /** States that a loss of power may leave, at each operation of the disk. */
  powerStates: figure('RAPPORTEUR_POWER_STATES', 6, 30),
  /** Of a small workspace's files, every so many bytes are cut and changed; 1 is all of them. */
  byteStep: figure('RAPPORTEUR_BYTE_STEP', 7, 1),
  /** Of a journal of a few hundred frames, every so many bytes are cut and changed and the workspace opened. */
  journalStep: figure('RAPPORTEUR_JOURNAL_STEP', 400, 1),
  /** How often two stretches of it are damaged at once. */
  stretches: figure('RAPPORTEUR_STRETCHES', 400, 20_000),
  /** Processes killed while they write the index of the search. */
  indexKills: figure('RAPPORTEUR_INDEX_KILLS', 10, 1_000),
  /** Races of two processes for one workspace. */
  races: figure('RAPPORTEUR_RACES', 10, 2_000),
  /** Random workspaces that go out as markdown and come in again. */
  roundTrips: figure('RAPPORTEUR_ROUND_TRIPS', 100, 2_000),
} as const

/** How each byte is changed where only the journal's reader looks: `sample` flips one bit, `bits` all eight, `all` gives it all 255 other values. */
export const journalChanges = process.env['RAPPORTEUR_JOURNAL_CHANGES'] ?? (isFull ? 'all' : 'sample')

/** What a disk answers to an operation; `short` lets a write take half. */
export const diskErrors = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'short'] as const

function figure(variable: string, sample: number, full: number): number {
  const given = process.env[variable]
  if (given === undefined) return isFull ? full : sample
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${variable} is a number from 1 on, not ${given}.`)
  return value
}

/** Leaves what was run in `test-results/faults/`, for the table in docs/faults.md. */
export function tell(row: string, counts: Readonly<Record<string, number | string>>): void {
  const folder = fileURLToPath(new URL('../../test-results/faults/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${process.platform} ${release()}, Node ${process.versions.node}`
  const seconds = Math.round(performance.now() / 1000)
  const line = { row, ...counts, seconds, finished: new Date().toISOString(), machine }
  writeFileSync(new URL(`${row.replaceAll(/[^a-z0-9]+/gi, '-')}.json`, `file://${folder}`), `${JSON.stringify(line, null, 2)}\n`)
}
