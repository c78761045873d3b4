/** Measurements as JSON lines on standard output as they come, and a table of them on standard error at the end. */
import { appendFileSync } from 'node:fs'
import type { Machine } from './machine.ts'
import { medianOf, quantileOf } from './statistics.ts'

export interface Measurement {
  /** What was measured, such as `workspace` or `SQLite WAL FULL`. */
  readonly what: string
  readonly records: number
  readonly unit: 'ms' | 'MB' | 's' | 'MB/s'
  /** One list a run. */
  readonly runs: readonly (readonly number[])[]
}

export interface Figure {
  readonly what: string
  readonly records: number
  readonly unit: string
  readonly runs: number
  readonly samples: number
  readonly median: number
  readonly p99: number
  readonly least: number
  /** Of each run by itself: how far they lie apart says how much the figure is worth. */
  readonly medians: readonly number[]
}

export interface Goal {
  /** The row of docs/performance.md. */
  readonly row: number
  readonly what: string
  readonly ratio: number
  readonly limit: number
}

const rounded = (value: number) => Number(value.toPrecision(4))

export class Report {
  readonly #bench: string
  readonly #file: string
  readonly #figures: Figure[] = []
  readonly #goals: Goal[] = []

  /** `file` gets the same lines as standard output. */
  constructor(bench: string, file: string, machine: Machine, command: string) {
    this.#bench = bench
    this.#file = file
    this.#line({ command, ...machine })
  }

  add({ what, records, unit, runs }: Measurement): Figure {
    const samples = runs.flat()
    const figure: Figure = {
      what,
      records,
      unit,
      runs: runs.length,
      samples: samples.length,
      median: rounded(medianOf(samples)),
      p99: rounded(quantileOf(samples, 0.99)),
      least: rounded(Math.min(...samples)),
      medians: runs.map((run) => rounded(medianOf(run))),
    }
    this.#figures.push(figure)
    this.#line(figure)
    return figure
  }

  goal(goal: Goal): void {
    this.#goals.push(goal)
    this.#line({ ...goal, ratio: rounded(goal.ratio), holds: goal.ratio <= goal.limit })
  }

  /** Says something that is no figure, such as a peer that is missing. */
  note(text: string): void {
    this.#line({ note: text })
    process.stderr.write(`${text}\n`)
  }

  table(): void {
    const rows = this.#figures.map(({ what, records, unit, median, p99, least, samples, runs }) => [
      what,
      records.toLocaleString('en'),
      `${median} ${unit}`,
      `${p99} ${unit}`,
      `${least} ${unit}`,
      `${samples} in ${runs}`,
    ])
    process.stderr.write(`\n${aligned([['', 'records', 'median', 'p99', 'least', 'samples'], ...rows])}\n`)
    if (this.#goals.length === 0) return
    const goals = this.#goals.map(({ row, what, ratio, limit }) => [
      String(row),
      what,
      `${rounded(ratio)}`,
      `≤ ${limit}`,
      ratio <= limit ? 'holds' : 'does not hold',
    ])
    process.stderr.write(`\n${aligned([['row', '', 'ratio', 'goal', ''], ...goals])}\n`)
  }

  #line(content: object): void {
    const line = `${JSON.stringify({ bench: this.#bench, ...content })}\n`
    process.stdout.write(line)
    appendFileSync(this.#file, line)
  }
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
