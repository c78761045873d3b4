import type { DataFolder } from './data-folder.ts'
import type { Machine } from './machine.ts'
import type { Report } from './report.ts'

export interface Run {
  readonly records: readonly number[]
  /** How often each measurement is repeated, all of them in turn. */
  readonly runs: number
  readonly seed: number
  /** Searches, too, where that is part of what is measured. */
  readonly search: boolean
  readonly data: DataFolder
  readonly machine: Machine
  readonly report: Report
}

export interface Benchmark {
  readonly sizes: readonly number[]
  readonly runs: number
  run(options: Run): Promise<void>
}
