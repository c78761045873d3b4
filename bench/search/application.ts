/** The whole way of a search through the application: query read, index asked in its thread, twenty records read, snippets made. */
import { setTimeout as wait } from 'node:timers/promises'
import { openBenchApp, type BenchApp } from '../harness/app.ts'

export interface SearchedApp {
  /** Seconds until every record was found. */
  readonly built: number
  /** Milliseconds: of the call, and of the index in it. */
  time(text: string): Promise<{ readonly call: number; readonly index: number }>
  close(): Promise<void>
}

export async function openSearchedApp(folder: string, settings: string): Promise<SearchedApp> {
  const began = performance.now()
  const bench = await openBenchApp(folder, settings)
  while (!(await isBuilt(bench))) await wait(20)
  return {
    built: (performance.now() - began) / 1_000,
    async time(text) {
      const asked = performance.now()
      const { took } = await bench.call('search.page', { text, count: 20 })
      return { call: performance.now() - asked, index: took }
    },
    close: async () => void (await bench.app.close()),
  }
}

async function isBuilt(bench: BenchApp): Promise<boolean> {
  const { partial } = await bench.call('search.query', { text: 'a', limit: 1 })
  return !partial
}
