/**
 * SIGKILL at any moment of typing, rotation, imports, renames, erasures, compaction, backups and upgrades: every
 * acknowledged edit is there, byte for byte; no transaction is there by half; the lock is free; and what is derived
 * equals what the segments alone give. A quarter of the kills is followed by the next process instead of a look, so
 * that processes are killed while they open what a kill has left.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkWorkspace, createWorkspace } from '../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../src/main/workspace/node-file-system.ts'
import { seededChooser } from '../support/memory-file-system.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { bundled } from './bundle.ts'
import { formerWorkspace } from './kills/former-workspace.ts'
import { verifyUpgraded, verifyWorkspace } from './rounds/verify.ts'
import type { Workload, WorkloadName } from './rounds/workloads.ts'
import { workloads } from './rounds/workloads.ts'
import type { WriterOrder } from './kills/writer.ts'
import { watch } from './node-process.ts'
import { figures, tell } from './programme.ts'

/** A workspace has seen enough when so many of its writers were killed. */
const KILLS_A_WORKSPACE = 16
const UPGRADE_SHARE = 5
const names = Object.keys(workloads) as WorkloadName[]
const choose = seededChooser(20231005)
const counts = new Map<string, number>()
let unlooked = 0
let acknowledgements = 0
let rewritten = 0
let script = ''
let folder = ''
const former = formerWorkspace(120)

beforeAll(async () => {
  script = await bundled('kills/writer.ts')
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-kills-'))
})
// a failure in one lane leaves the others' processes writing for a moment
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Holds this thread, so that the kill falls anywhere in what the child does next. */
function spin(microseconds: number): void {
  const end = process.hrtime.bigint() + BigInt(microseconds) * 1000n
  while (process.hrtime.bigint() < end);
}

/** How long a step of a kind of work takes, as seen lately; the machine has other work, too. */
class Pace {
  private mean = 30
  see(milliseconds: number): void {
    this.mean = this.mean * 0.8 + Math.min(milliseconds, 2_000) * 0.2
  }
  /** Somewhere in the next step or a little behind it. */
  async pause(): Promise<void> {
    const moment = (this.mean * 1.4 * choose(10_000)) / 10_000
    if (moment >= 2) await setTimeout(moment)
    else spin(Math.round(moment * 1000))
  }
}
const paces = new Map<string, Pace>()
const paceOf = (step: string) => paces.get(step) ?? paces.set(step, new Pace()).get(step)!

/** Kills a process behind so many lines; −1 is while it opens. Answers its lines, and whether the kill came before its end. */
async function killed(order: WriterOrder, lines: number): Promise<readonly string[]> {
  let before = lines
  let seen = 0
  const { finished } = watch(
    process.execPath,
    [script, JSON.stringify(order)],
    { env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') } },
    (line, child) => {
      const now = performance.now()
      if (line !== 'begin') paceOf(`${order.work} ${line === 'open' ? 'open' : 'round'}`).see(now - seen)
      seen = now
      const isDue = lines < 0 ? line === 'begin' : line !== 'begin' && (before -= 1) < 0
      if (!isDue) return
      before = Number.POSITIVE_INFINITY
      const kill = () => void child.kill('SIGKILL')
      void paceOf(`${order.work} ${lines < 0 ? 'open' : 'round'}`)
        .pause()
        .then(kill)
    },
  )
  const { lines: said, errors, signal } = await finished
  expect(errors).toBe('')
  // an upgrade may have come to its end just before: that is no kill
  if (said.at(-1) !== 'closed') expect(signal).toBe('SIGKILL')
  if (signal === 'SIGKILL') counts.set(order.work, (counts.get(order.work) ?? 0) + 1)
  return said
}

async function writersKilled(name: WorkloadName, kills: number, at: string): Promise<void> {
  const workload: Workload = workloads[name]
  const made = testEnvironment(nodeFileSystem)
  await (await createWorkspace(at, { name, sample: false }, made)).close()
  const rounds = Array.from({ length: workload.lanes }, () => 0)
  let backup = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const ids = 0xff0000 + kill * 0x100
    const now = Date.UTC(2023, 10, 1 + kill * 20)
    const lines = choose(8) === 0 ? -1 : choose(name === 'import' ? 4 : 14)
    const said = await killed({ folder: at, work: name, now, ids }, lines)
    for (const line of said) {
      const [what, one, two] = line.split(' ')
      if (what === 'backup') backup = Number(one)
      if (what === 'compacted') rewritten += Number(one)
      if (what !== 'from' && what !== 'saved') continue
      // a process that opens what a kill has left finds all that was acknowledged before
      expect(Number(two), `${name}: ${line}`).toBeGreaterThanOrEqual(rounds[Number(one)] ?? 0)
      if (what === 'saved') acknowledgements += 1
      rounds[Number(one)] = Number(two)
    }
    if (choose(4) === 0 && kill < kills - 1) {
      unlooked += 1
      continue
    }
    const looked = {
      ...testEnvironment(nodeFileSystem, workload.segmentBytes),
      clock: () => now,
      newId: () => `01900000-0000-7000-8000-0001${String(kill).padStart(8, '0')}`,
    }
    rounds.splice(0, rounds.length, ...(await verifyWorkspace(at, workload, { rounds, backup }, looked)))
  }
  expect((await checkWorkspace(at, made)).findings.filter(({ level }) => level === 'problem')).toEqual([])
}

async function upgradesKilled(kills: number, at: string): Promise<void> {
  await mkdir(at)
  for (const [name, bytes] of former.files) await writeFile(join(at, name), bytes)
  for (let kill = 0; kill < kills; kill += 1) {
    await killed({ folder: at, work: 'upgrade', now: Date.UTC(2023, 10, 1), ids: 0xff0000 + kill * 0x100 }, -1)
    if (choose(2) === 0 && kill < kills - 1) unlooked += 1
    else break
  }
  await verifyUpgraded(at, former, testEnvironment(nodeFileSystem, 20_000))
}

/** Workspaces and how many of their writers are killed. */
function* sessions(): Iterable<{ readonly name: WorkloadName | 'upgrade'; readonly kills: number }> {
  const shares = names.reduce((sum, name) => sum + workloads[name].share, UPGRADE_SHARE)
  const left = new Map<WorkloadName | 'upgrade', number>(
    names.map((name) => [name, Math.max(2, Math.round((figures.kills * workloads[name].share) / shares))]),
  )
  left.set('upgrade', Math.max(2, Math.round((figures.kills * UPGRADE_SHARE) / shares)))
  while ([...left.values()].some((kills) => kills > 0)) {
    for (const [name, kills] of left) {
      if (kills <= 0) continue
      const now = Math.min(kills, name === 'upgrade' ? 3 : KILLS_A_WORKSPACE)
      left.set(name, kills - now)
      yield { name, kills: now }
    }
  }
  for (let missing = figures.kills - done(); missing > 0; missing = figures.kills - done())
    yield { name: 'typing', kills: Math.min(missing, KILLS_A_WORKSPACE) }
}

const done = () => [...counts.values()].reduce((sum, count) => sum + count, 0)

it(`keeps every acknowledged edit over ${figures.kills} kills`, { timeout: 12 * 3_600_000 }, async () => {
  const waiting = sessions()[Symbol.iterator]()
  let number = 0
  const lane = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const at = join(folder, String((number += 1)))
      const { name, kills } = next.value
      if (name === 'upgrade') await upgradesKilled(kills, at)
      else await writersKilled(name, kills, at)
      await rm(at, { recursive: true, force: true })
    }
  }
  await Promise.all(Array.from({ length: figures.killLanes }, lane))
  const kills = done()
  expect(acknowledgements).toBeGreaterThan(kills)
  expect(rewritten).toBeGreaterThan(0)
  tell('kills', {
    kills,
    ...Object.fromEntries(counts),
    acknowledgements,
    'segments rewritten': rewritten,
    'followed by the next process': unlooked,
  })
})
