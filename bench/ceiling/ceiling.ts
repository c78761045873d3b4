/**
 * Row 11: a workspace far beyond the plan is written, opened, saved and exported with a heap much smaller than its data. No
 * string or buffer can hold the whole data when the process never has room for it.
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import { bundled } from '../harness/bundle.ts'
import { runChild } from '../harness/child.ts'

/** MB for objects and strings together; buffers are counted by what the process holds. */
const HEAP = 512
const FLAGS = [`--max-old-space-size=${HEAP}`]

interface Answer {
  readonly seconds: Readonly<Record<string, number>>
  readonly peak: number
  readonly peakBeforeExport?: number
}

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  return bytes
}

async function measureSize(size: number, { data, report, seed }: Run, programs: { readonly write: string; readonly use: string }) {
  const corpus = data.corpus(size)
  const number = Array.from({ length: 20 }, (_none, step) => step).find((step) => corpus.kind(step) === 'study') ?? 0
  await data.withScratch(async (scratch) => {
    const folder = join(scratch, 'workspace')
    const written = await runChild<Answer>(programs.write, [folder, String(size), String(seed)], { flags: FLAGS })
    const megabytes = (await bytesIn(folder)) / 2 ** 20
    const args = [folder, join(scratch, 'settings'), corpus.id(number), join(scratch, 'export'), String(size)]
    // the first opening derives what the second one finds
    const first = await runChild<Answer>(programs.use, args, { flags: FLAGS })
    const second = await runChild<Answer>(programs.use, [...args.slice(0, 3), join(scratch, 'export-again'), ...args.slice(4)], {
      flags: FLAGS,
    })

    report.add({ what: 'data on the disk', records: size, unit: 'MB', runs: [[megabytes]] })
    report.add({ what: 'write: most memory', records: size, unit: 'MB', runs: [[written.peak]] })
    report.add({ what: 'write', records: size, unit: 's', runs: [[written.seconds['write'] ?? Number.NaN]] })
    for (const [what, answer] of [['nothing derived', first] as const, ['again', second] as const]) {
      for (const [step, seconds] of Object.entries(answer.seconds))
        report.add({ what: `${what}: ${step}`, records: size, unit: 's', runs: [[seconds]] })
      report.add({
        what: `${what}: most memory until the export`,
        records: size,
        unit: 'MB',
        runs: [[answer.peakBeforeExport ?? Number.NaN]],
      })
      report.add({ what: `${what}: most memory`, records: size, unit: 'MB', runs: [[answer.peak]] })
    }
    const most = Math.max(written.peak, first.peak, second.peak)
    report.goal({ row: 11, what: `most memory at ${size}, heap of ${HEAP} MB, against the data`, ratio: most / megabytes, limit: 1 })
  })
}

export const benchmark: Benchmark = {
  sizes: [250_000],
  runs: 1,
  async run(options) {
    const programs = await bundled(
      { write: new URL('write-child.ts', import.meta.url), use: new URL('use-child.ts', import.meta.url) },
      'ceiling',
    )
    for (const size of options.records) await measureSize(size, options, programs)
  },
}
