/** lowdb's own file adapter: the whole file at every save, and no sync. In a process of its own, because of its memory. */
import type { Run } from '../harness/benchmark.ts'
import { runChild } from '../harness/child.ts'

export async function measureLowdb({ records, data, report, runs }: Run): Promise<void> {
  for (const size of records) {
    const times = await data.withScratch(async (scratch) => {
      const path = await data.copy('lowdb', size, scratch)
      const saves = size >= 100_000 ? 1 : 5
      return runChild<number[]>(new URL('lowdb-save-child.ts', import.meta.url), [path, String(saves * runs)])
    })
    const each = times.length / runs
    report.add({
      what: 'lowdb JSONFile, no sync',
      records: size,
      unit: 'ms',
      runs: Array.from({ length: runs }, (_none, run) => times.slice(run * each, (run + 1) * each)),
    })
  }
}
