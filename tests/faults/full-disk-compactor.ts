/**
 * Compacts a workspace on a small disk that is full, and again each time 4 KiB have been given back, while something is
 * saved beside it, until it succeeds; three times, with a record erased in between. Compares what is in memory with what
 * is on the disk after every step, and prints one line of JSON. Started by `full-disk.test.ts`. Argument: a folder on
 * that disk.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { Filler } from './small-disk.ts'

const [disk = ''] = process.argv.slice(2)
const folder = join(disk, 'Secretariat')
const segments = join(folder, 'segments')
const filler = new Filler(disk)
const NOTES = 5
const ERASED = NOTES + 1
const SECRET = 'nobody may read this any more'
const DAY = 86_400_000
let now = Date.UTC(2020, 0, 1)
const environment = {
  clock: () => (now += 1000),
  newId: () => idOf(0xff),
  owner: { person: 'Filler', device: 'test', host: 'cli' },
  segmentBytes: 32 * 1024,
}
const counts = { rounds: 0, full: 0, savesRefused: 0, saved: 0, dropped: 0, other: [] as string[], differences: 0, leftovers: 0 }

/** Every text that was acknowledged, by record and revision. */
const acknowledged = new Map<number, Map<number, string>>()
let workspace = await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)

async function save(number: number, body: string): Promise<boolean> {
  try {
    const { value: rev } = await workspace.transact(anna, async (transaction) => {
      const base = transaction.head(idOf(number))?.rev ?? 0
      transaction.put(newNote(number, undefined, body), base)
      return base + 1
    })
    const versions = acknowledged.get(number) ?? new Map<number, string>()
    acknowledged.set(number, versions.set(rev, body))
    counts.saved += 1
    return true
  } catch (error) {
    note(error, () => (counts.savesRefused += 1))
    return false
  }
}

function note(error: unknown, onFull: () => void): void {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'DISK_FULL') onFull()
  else counts.other.push(`${error.code}: ${error.message}`)
}

/** Each kept version is what was acknowledged, and the latest is kept; all of them while nothing was thinned. */
async function stateOf(of: Workspace): Promise<string> {
  const found: unknown[] = [of.revision]
  for (const [number, texts] of acknowledged) {
    const kept = of.versions(idOf(number)).map(({ rev }) => rev)
    if (kept[0] !== Math.max(...texts.keys())) counts.differences += 1
    for (const rev of kept) {
      if ((await of.readVersion(idOf(number), rev))?.body !== texts.get(rev)) counts.differences += 1
    }
    found.push([number, kept])
  }
  return JSON.stringify(found)
}

async function compare(): Promise<void> {
  const onDisk = await openWorkspace(folder, environment, { readOnly: true })
  if ((await stateOf(onDisk)) !== (await stateOf(workspace))) counts.differences += 1
  await onDisk.close()
}

/** Files of the folder of the segments that nothing names. */
function unnamed(): readonly string[] {
  const manifest = readFileSync(join(folder, 'workspace.json'), 'utf8')
  return readdirSync(segments).filter((name) => !name.startsWith('acknowledged') && !manifest.includes(name))
}

async function compact(): Promise<boolean> {
  const before = new Set(unnamed())
  try {
    const { versionsDropped } = await workspace.compact()
    counts.dropped += versionsDropped
    return true
  } catch (error) {
    note(error, () => (counts.full += 1))
    // what a refused compaction leaves would keep the next one from its room
    if (unnamed().some((name) => !before.has(name))) counts.leftovers += 1
    return false
  }
}

async function round(): Promise<void> {
  for (let day = 0; day < 60; day += 1) {
    now += DAY / 40
    await save(1 + (day % NOTES), `${counts.rounds}-${day} `.repeat(500))
  }
  now += 100 * DAY
  filler.takeAll()
  // the first save that does not fit lets go of the reserve, which is then filled up as well
  while (await save(1, 'x'.repeat(5_000)));
  filler.takeAll()
  for (let step = 0; ; step += 1) {
    const [isDone] = await Promise.all([compact(), save(1 + (step % NOTES), `step ${step} `)])
    await compare()
    if (isDone) break
    filler.giveStep()
  }
  filler.giveAll()
  counts.rounds += 1
}

await round()
await save(ERASED, SECRET)
await round()
await workspace.transact(anna, async (transaction) => transaction.erase(idOf(ERASED), transaction.head(idOf(ERASED))?.rev ?? 0))
acknowledged.delete(ERASED)
await round()
await workspace.close()
workspace = await openWorkspace(folder, environment)
await compare()
if (workspace.head(idOf(ERASED))) counts.differences += 1
if (readdirSync(segments).some((name) => readFileSync(join(segments, name), 'utf8').includes(SECRET))) counts.leftovers += 1
await workspace.close()
process.stdout.write(`${JSON.stringify(counts)}\n`)
