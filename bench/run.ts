/**
 * The benchmarks of docs/performance.md.
 *
 *   npm run bench -- NAME [--records N[,N]] [--runs N] [--seed N] [--search] [--data FOLDER]
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments, type Arguments } from './harness/arguments.ts'
import type { Benchmark } from './harness/benchmark.ts'
import { DataFolder } from './harness/data-folder.ts'
import { describeMachine } from './harness/machine.ts'
import { Report } from './harness/report.ts'

const benchmarks: Readonly<Record<string, () => Promise<{ benchmark: Benchmark }>>> = {
  save: () => import('./save/save.ts'),
  start: () => import('./start/start.ts'),
  memory: () => import('./memory/memory.ts'),
  window: () => import('./window/window.ts'),
  search: () => import('./search/search.ts'),
  'ui-search': () => import('./ui-search/ui-search.ts'),
  export: () => import('./export/export.ts'),
  mirror: () => import('./mirror/mirror.ts'),
  ceiling: () => import('./ceiling/ceiling.ts'),
}

const USAGE = `npm run bench -- NAME [--records N[,N]] [--runs N] [--seed N] [--search] [--data FOLDER]\nNAME is one of: ${Object.keys(benchmarks).join(', ')}\n`

function argumentsOrUsage(): Arguments | undefined {
  try {
    const given = readArguments(process.argv.slice(2))
    if (benchmarks[given.name]) return given
    process.stderr.write(`There is no benchmark ${given.name}.\n${USAGE}`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
  process.exitCode = 2
  return undefined
}

const given = argumentsOrUsage()
const load = given && benchmarks[given.name]
if (given && load) {
  const { benchmark } = await load()
  await mkdir(join(given.data, 'results'), { recursive: true })
  const machine = await describeMachine(given.data)
  const file = join(given.data, 'results', `${given.name}-${machine.date.replaceAll(':', '')}.jsonl`)
  const report = new Report(given.name, file, machine, ['npm run bench --', ...process.argv.slice(2)].join(' '))
  await benchmark.run({
    records: given.records.length > 0 ? given.records : benchmark.sizes,
    runs: given.runs ?? benchmark.runs,
    seed: given.seed,
    search: given.search,
    data: new DataFolder(given.data, given.seed),
    machine,
    report,
  })
  report.table()
}
