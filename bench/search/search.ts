/**
 * Rows 5, 6 and 7: typing in search, building the index and taking in an edit, against what others have. Before times are
 * compared every question has to find the same records in our index and in FTS5.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import type { Figure } from '../harness/report.ts'
import { openSqlite, SQLITE_MISSING } from '../harness/peers.ts'
import { quantileOf } from '../harness/statistics.ts'
import { openSearchedApp } from './application.ts'
import { queriesOf, textOf, type TypedQuery } from './queries.ts'
import { RIPGREP_MISSING, ripgrepPath, timeRipgrep, writeTexts } from './ripgrep.ts'
import { Engine } from './subject.ts'

const QUERIES = 4_000
/** Engines are asked in turn, so many questions each. */
const IN_TURN = 200
const EDITS = 1_000
/** SQLite's edits cost the same whatever stands before them. */
const PEER_EDITS = 100
const RIPGREP_QUERIES = 40
/** How much others find alike is for orientation. */
const FEW_QUERIES = 400
/** Each is a whole call with twenty records read. */
const APPLICATION_QUERIES = 1_000
/** Above so many records MiniSearch takes 10 GB and FlexSearch does not finish. */
const MOST_FOR_LIBRARIES = 20_000

const OURS = 'our index'
const FTS5 = 'FTS5 bm25'
const FTS5_PREFIX = 'FTS5 bm25, prefix index'

const here = (file: string) => new URL(file, import.meta.url)

function enginesFor(size: number, { report }: Run): Engine[] {
  const engines = [new Engine(OURS, here('./index-child.ts'))]
  const probe = openSqlite(':memory:')
  probe?.close()
  if (probe) engines.push(new Engine(FTS5, here('./fts5-child.ts')), new Engine(FTS5_PREFIX, here('./fts5-child.ts'), ['1 2 3']))
  else report.note(SQLITE_MISSING)
  if (size <= MOST_FOR_LIBRARIES)
    engines.push(new Engine('MiniSearch', here('./minisearch-child.ts')), new Engine('FlexSearch', here('./flexsearch-child.ts')))
  else report.note(`MiniSearch and FlexSearch are left out at ${size}: the one takes 10 GB there, the other does not finish.`)
  return engines
}

/** Builds one after another: two at once would take the processor from each other. */
async function build(engines: readonly Engine[], size: number, queries: readonly TypedQuery[], { seed, report }: Run, scratch: string) {
  const seconds = new Map<string, number>()
  for (const [index, engine] of engines.entries()) {
    const folder = join(scratch, `engine-${index}`)
    await mkdir(folder)
    const took = await engine.call('build', { seed, records: size, queries, folder })
    seconds.set(engine.name, took)
    report.add({ what: `build: ${engine.name}`, records: size, unit: 's', runs: [[took]] })
    report.add({ what: `memory: ${engine.name}`, records: size, unit: 'MB', runs: [[await engine.call('memory')]] })
    const bytes = await engine.call('bytes')
    if (bytes > 0) report.add({ what: `on the disk: ${engine.name}`, records: size, unit: 'MB', runs: [[bytes / 2 ** 20]] })
  }
  return seconds
}

/** @throws Error that names a question which does not find the same */
async function compare(engines: readonly Engine[], queries: readonly TypedQuery[], size: number, { report }: Run): Promise<void> {
  const [ours, ...others] = engines
  if (!ours) return
  const found = await ours.call('digest', 0, queries.length)
  for (const other of others) {
    const isFts5 = other.name.startsWith('FTS5')
    const asked = isFts5 ? queries : queries.slice(0, FEW_QUERIES)
    const theirs = await other.call('digest', 0, asked.length)
    const differing = asked.flatMap((query, index) => (found[index] === theirs[index] ? [] : [{ query, index }]))
    const [first] = differing
    if (first && isFts5)
      throw new Error(
        `${other.name} finds other records for ${differing.length} of ${asked.length} questions, such as “${first.query.words.join(' ')}”: ${theirs[first.index]} against ${found[first.index]}.`,
      )
    report.note(
      `${other.name} finds the same records as our index for ${asked.length - differing.length} of ${asked.length} questions at ${size}.`,
    )
  }
}

async function timeAll(engines: readonly Engine[], count: number, runs: number): Promise<number[][][]> {
  const times = engines.map(() => Array.from({ length: runs }, (): number[] => []))
  for (const engine of engines) await engine.call('time', 0, IN_TURN)
  for (let run = 0; run < runs; run++)
    for (let from = 0; from < count; from += IN_TURN)
      for (const [index, engine] of engines.entries()) times[index]?.[run]?.push(...(await engine.call('time', from, from + IN_TURN)))
  return times
}

/** Of each question the fastest run: what the question itself costs on a machine that others use too. */
const leastOf = (runs: readonly (readonly number[])[]): number[] =>
  (runs[0] ?? []).map((_time, question) => Math.min(...runs.map((run) => run[question] ?? Infinity)))

async function measureEngines(size: number, options: Run, queries: readonly TypedQuery[], scratch: string): Promise<void> {
  const { report, runs } = options
  const engines = enginesFor(size, options)
  try {
    const seconds = await build(engines, size, queries, options, scratch)
    await compare(engines, queries, size, options)
    const times = await timeAll(engines, queries.length, runs)
    const typing = new Map<string, Figure>(
      engines.map(({ name }, index) => [
        name,
        report.add({ what: `typing: ${name}`, records: size, unit: 'ms', runs: times[index] ?? [] }),
      ]),
    )
    for (const [index, { name }] of engines.entries())
      report.add({ what: `typing, least of the runs: ${name}`, records: size, unit: 'ms', runs: [leastOf(times[index] ?? [])] })
    const edits = new Map<string, Figure>()
    for (const engine of engines) {
      const took = await engine.call('edit', 0, engine.name === OURS ? EDITS : PEER_EDITS)
      edits.set(engine.name, report.add({ what: `edit until found: ${engine.name}`, records: size, unit: 'ms', runs: [took] }))
    }
    const [ours] = engines
    const after = ours && (await timeAll([ours], queries.length, runs))
    const edited = report.add({ what: `typing after ${EDITS} edits: ${OURS}`, records: size, unit: 'ms', runs: after?.[0] ?? [] })
    judge(size, options, { typing, edits, seconds, edited })
  } finally {
    for (const engine of engines) await engine.end()
  }
}

interface Measured {
  readonly typing: ReadonlyMap<string, Figure>
  readonly edits: ReadonlyMap<string, Figure>
  readonly seconds: ReadonlyMap<string, number>
  readonly edited: Figure
}

function judge(size: number, { report }: Run, { typing, edits, seconds, edited }: Measured): void {
  const p99 = (name: string) => typing.get(name)?.p99 ?? Number.NaN
  const against = [
    { name: FTS5, limit: 1 / 20 },
    { name: FTS5_PREFIX, limit: 1 / 5 },
  ]
  for (const { name, limit } of against)
    if (typing.has(name)) report.goal({ row: 5, what: `typing p99 at ${size} against ${name}`, ratio: p99(OURS) / p99(name), limit })
  if (seconds.has(FTS5)) {
    report.goal({
      row: 6,
      what: `build at ${size} against FTS5`,
      ratio: (seconds.get(OURS) ?? Number.NaN) / (seconds.get(FTS5) ?? 0),
      limit: 1,
    })
    report.goal({
      row: 7,
      what: `an edit found at ${size}, p50 against FTS5`,
      ratio: (edits.get(OURS)?.median ?? Number.NaN) / (edits.get(FTS5)?.median ?? 0),
      limit: 1,
    })
  }
  report.goal({ row: 7, what: `typing p99 at ${size} after ${EDITS} edits against before`, ratio: edited.p99 / p99(OURS), limit: 1.1 })
}

async function measureRipgrep(size: number, { data, report }: Run, queries: readonly TypedQuery[], scratch: string): Promise<void> {
  const program = ripgrepPath()
  if (program === undefined) return report.note(RIPGREP_MISSING)
  const folder = join(scratch, 'texts')
  await writeTexts(data.corpus(size), folder)
  const asked = queries.slice(0, RIPGREP_QUERIES)
  if (asked[0]) timeRipgrep(program, folder, asked[0])
  report.add({
    what: 'ripgrep, one word of the question',
    records: size,
    unit: 'ms',
    runs: [asked.map((query) => timeRipgrep(program, folder, query))],
  })
}

/** With everything that the application has: every spelling, operators, phrases, slips of the fingers, snippets. */
async function measureApplication(
  size: number,
  { data, report, runs }: Run,
  queries: readonly TypedQuery[],
  scratch: string,
): Promise<void> {
  const app = await openSearchedApp(await data.copy('workspace', size, scratch), join(scratch, 'settings'))
  try {
    report.add({ what: 'application: opened until all is indexed', records: size, unit: 's', runs: [[app.built]] })
    const texts = queries.slice(0, APPLICATION_QUERIES).map(textOf)
    for (const text of texts.slice(0, IN_TURN)) await app.time(text)
    const times: { call: number; index: number }[][] = []
    for (let run = 0; run < runs; run++) {
      const timed: { call: number; index: number }[] = []
      for (const text of texts) timed.push(await app.time(text))
      times.push(timed)
    }
    report.add({ what: 'application: index', records: size, unit: 'ms', runs: times.map((run) => run.map(({ index }) => index)) })
    report.add({
      what: 'application: search with 20 hits',
      records: size,
      unit: 'ms',
      runs: times.map((run) => run.map(({ call }) => call)),
    })
    const p99 = quantileOf(
      times.flat().map(({ call }) => call),
      0.99,
    )
    // a goal in milliseconds: 1 is the whole of it
    report.goal({ row: 5, what: `search with everything at ${size}: p99 of 16 ms`, ratio: p99 / 16, limit: 1 })
  } finally {
    await app.close()
  }
}

export const benchmark: Benchmark = {
  sizes: [10_000, 100_000],
  runs: 3,
  async run(options) {
    const { data, records, seed } = options
    for (const size of records) {
      const queries = queriesOf(data.corpus(size), QUERIES, seed)
      await data.withScratch((scratch) => measureEngines(size, options, queries, scratch))
      await data.withScratch((scratch) => measureRipgrep(size, options, queries, scratch))
      await data.withScratch((scratch) => measureApplication(size, options, queries, scratch))
    }
  },
}
