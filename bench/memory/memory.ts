/** Row 4: what the main process holds after a collection, against lowdb with the same records. */
import { join } from 'node:path'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import { bundled } from '../harness/bundle.ts'
import { runChild } from '../harness/child.ts'
import type { Memory } from './settled-memory.ts'

const sources = {
  empty: new URL('empty-child.ts', import.meta.url),
  storage: new URL('storage-child.ts', import.meta.url),
  app: new URL('app-child.ts', import.meta.url),
  lowdb: new URL('lowdb-child.ts', import.meta.url),
}

interface Subject {
  readonly what: string
  readonly program: keyof typeof sources
  readonly args: readonly string[]
}

const PARTS = ['resident', 'own', 'heap', 'buffers'] as const

async function measureSize(size: number, { data, runs, report }: Run, programs: Readonly<Record<keyof typeof sources, string>>) {
  const corpus = data.corpus(size)
  const number = Array.from({ length: 20 }, (_none, step) => step).find((step) => corpus.kind(step) === 'study') ?? 0
  const lowdb = await data.ready('lowdb', size)
  await data.withScratch(async (scratch) => {
    const folder = await data.copy('workspace', size, scratch)
    const id = corpus.id(number)
    const subjects: readonly Subject[] = [
      { what: 'empty process', program: 'empty', args: [] },
      { what: 'storage alone', program: 'storage', args: [folder, id] },
      { what: 'application', program: 'app', args: [folder, join(scratch, 'settings'), id] },
      { what: 'lowdb', program: 'lowdb', args: [lowdb] },
    ]
    const start = ({ program, args }: Subject) =>
      runChild<Memory>(programs[program], args, { flags: ['--expose-gc', '--max-old-space-size=8192'] })
    // the first start derives what the others find made
    await start(subjects[2] as Subject)
    const measured = subjects.map((): Memory[] => [])
    for (let run = 0; run < runs; run++) for (const [index, subject] of subjects.entries()) measured[index]?.push(await start(subject))

    const medians = subjects.map(({ what }, index) => {
      const [resident] = PARTS.map((part) =>
        report.add({ what: `${what}: ${part}`, records: size, unit: 'MB', runs: (measured[index] ?? []).map((memory) => [memory[part]]) }),
      )
      return resident?.median ?? Number.NaN
    })
    const [, storage = Number.NaN, app = Number.NaN, peer = Number.NaN] = medians
    report.goal({ row: 4, what: `resident, application at ${size} against lowdb`, ratio: app / peer, limit: 0.08 })
    report.goal({ row: 4, what: `resident, storage alone at ${size} against lowdb`, ratio: storage / peer, limit: 0.08 })
  })
}

export const benchmark: Benchmark = {
  sizes: [100_000],
  runs: 5,
  async run(options) {
    const programs = await bundled(sources, 'memory')
    for (const size of options.records) await measureSize(size, options, programs)
  },
}
