/** Row 3: from the start of the process to the first 50 rows of a list and one open record and, with --search, one search. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import { bundled } from '../harness/bundle.ts'
import { runChild } from '../harness/child.ts'
import type { Figure } from '../harness/report.ts'

/** Milliseconds since the process was asked for; `ready` is what the goal is measured by. */
type Stages = Readonly<Record<string, number>>

interface Subject {
  readonly what: string
  readonly records: number
  start(): Promise<Stages>
}

const sources = {
  empty: new URL('empty-child.ts', import.meta.url),
  app: new URL('app-entry.ts', import.meta.url),
  storage: new URL('storage-child.ts', import.meta.url),
  lowdb: new URL('lowdb-child.ts', import.meta.url),
}
type Programs = Readonly<Record<keyof typeof sources, string>>

async function subjectsOf(size: number, { data, search }: Run, programs: Programs, scratch: string): Promise<Subject[]> {
  const corpus = data.corpus(size)
  const folder = await data.copy('workspace', size, scratch)
  const settings = join(scratch, `settings-${size}`)
  // the first record after the middle that is a study: 20 KB
  const study =
    Array.from({ length: 20 }, (_none, step) => Math.floor(size / 2) + step).find((number) => corpus.kind(number) === 'study') ?? 0
  const id = corpus.id(study)
  const word = search ? (corpus.title(study).split(' ').at(-1) ?? '') : ''
  const startApp = () => runChild<Stages>(programs.app, [folder, settings, id, word])
  const lowdb = await data.ready('lowdb', size)
  return [
    { what: 'application', records: size, start: startApp },
    {
      what: 'application, nothing derived',
      records: size,
      async start() {
        await rm(join(folder, 'derived'), { recursive: true, force: true })
        return startApp()
      },
    },
    { what: 'storage alone', records: size, start: () => runChild<Stages>(programs.storage, [folder, id]) },
    { what: 'lowdb', records: size, start: () => runChild<Stages>(programs.lowdb, [lowdb], { flags: ['--max-old-space-size=8192'] }) },
  ]
}

function judge({ records, report }: Run, figures: readonly Figure[]): void {
  const of = (what: string, size: number) => figures.find((figure) => figure.what === what && figure.records === size)?.median ?? Number.NaN
  for (const size of records) {
    const ours = of('application: ready', size)
    report.goal({ row: 3, what: `start at ${size} against an empty process`, ratio: ours / of('empty process: ready', 0), limit: 3 })
    if (size >= 100_000)
      report.goal({ row: 3, what: `start at ${size} against lowdb`, ratio: ours / of('lowdb: ready', size), limit: 0.03 })
  }
}

export const benchmark: Benchmark = {
  sizes: [20_000, 100_000],
  runs: 9,
  async run(options) {
    const { data, records, runs, report } = options
    const programs = await bundled(sources, 'start')
    const figures = await data.withScratch(async (scratch) => {
      const subjects: Subject[] = [{ what: 'empty process', records: 0, start: () => runChild<Stages>(programs.empty, []) }]
      for (const size of records) subjects.push(...(await subjectsOf(size, options, programs, scratch)))
      // warm caches, and everything derived made
      for (const { start } of subjects) await start()
      const measured = subjects.map((): Stages[] => [])
      for (let run = 0; run < runs; run++) for (const [index, { start }] of subjects.entries()) measured[index]?.push(await start())
      return subjects.flatMap(({ what, records: size }, index) => {
        const starts = measured[index] ?? []
        const stages = Object.keys(starts[0] ?? {})
        return stages.map((stage) =>
          report.add({ what: `${what}: ${stage}`, records: size, unit: 'ms', runs: starts.map((start) => [start[stage] ?? Number.NaN]) }),
        )
      })
    })
    judge(options, figures)
  },
}
