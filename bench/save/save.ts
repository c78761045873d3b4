/** Rows 1 and 2: one durable save, from the call to the acknowledgement. */
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import { openSqlite, SQLITE_MISSING } from '../harness/peers.ts'
import type { Figure } from '../harness/report.ts'
import { measureLowdb } from './lowdb-save.ts'
import { appendSaver, sqliteSaver, workspaceSaver, type Saver } from './savers.ts'

/** Of each store in each run. */
const SAVES = 400
/** Before the first run, so that what is compiled while it runs is compiled. */
const WARM_UP = 300

/** Every store in turn, save by save, each of them first as often as any other. */
async function measureRun(savers: readonly Saver[], saves: number, from: number): Promise<number[][]> {
  const times = savers.map((): number[] => [])
  for (let edit = from; edit < from + saves; edit++) {
    for (let turn = 0; turn < savers.length; turn++) {
      const index = (turn + edit) % savers.length
      const save = savers[index]?.prepare(edit)
      if (!save) throw new RangeError('There is no such store.')
      await nextTurn()
      const began = performance.now()
      await save()
      times[index]?.push(performance.now() - began)
    }
  }
  return times
}

async function openSavers({ records, data, report }: Run, scratch: string): Promise<Saver[]> {
  const bare = ['append and fdatasync', 'append with O_DSYNC', 'append and fdatasync, synchronous'] as const
  const savers: Saver[] = []
  for (const [index, what] of bare.entries()) savers.push(await appendSaver(join(scratch, `appended-${index}`), what))
  const withSqlite = openSqlite(':memory:') !== undefined
  if (!withSqlite) report.note(SQLITE_MISSING)
  for (const size of records) {
    savers.push(await workspaceSaver(await data.copy('workspace', size, scratch), data.corpus(size)))
    if (withSqlite) savers.push(await sqliteSaver(await data.copy('sqlite', size, scratch), data.corpus(size)))
  }
  return savers
}

function judge({ records, report }: Run, figures: readonly Figure[]): void {
  const of = (what: string, size: number) => figures.find((figure) => figure.what === what && figure.records === size)?.median
  const bare = of('append and fdatasync', 0)
  const smallest = of('workspace', Math.min(...records))
  for (const size of records) {
    const ours = of('workspace', size)
    const sqlite = of('SQLite WAL FULL', size)
    if (ours === undefined) continue
    if (bare !== undefined) report.goal({ row: 1, what: `save at ${size} against append and fdatasync`, ratio: ours / bare, limit: 1.2 })
    if (sqlite !== undefined) report.goal({ row: 2, what: `save at ${size} against SQLite at ${size}`, ratio: ours / sqlite, limit: 0.9 })
  }
  const largest = of('workspace', Math.max(...records))
  if (records.length > 1 && smallest !== undefined && largest !== undefined)
    report.goal({ row: 1, what: 'save at the largest against the smallest', ratio: largest / smallest, limit: 1.1 })
}

export const benchmark: Benchmark = {
  sizes: [1_000, 10_000, 100_000],
  runs: 7,
  async run(options) {
    const { data, report, runs, machine } = options
    if (machine.fileSystem === 'tmpfs')
      throw new Error('The data lies on a tmpfs, which keeps nothing. Name a folder on a disk: --data FOLDER')
    const figures = await data.withScratch(async (scratch) => {
      const savers = await openSavers(options, scratch)
      await measureRun(savers, WARM_UP, 0)
      const measured: number[][][] = []
      for (let run = 0; run < runs; run++) measured.push(await measureRun(savers, SAVES, WARM_UP + run * SAVES))
      for (const saver of savers) await saver.close()
      return savers.map(({ what, records }, index) =>
        report.add({ what, records, unit: 'ms', runs: measured.map((times) => times[index] ?? []) }),
      )
    })
    await measureLowdb(options)
    judge(options, figures)
  },
}
