/**
 * A process that works on a workspace until it is killed, and prints every acknowledgement. Started by
 * `killed-writer.test.ts`. Argument: JSON of {@link WriterOrder}.
 */
import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { countRecords, makeBackup, ownBackups, takeSnapshot } from '../../../src/main/workspace/backups/index.ts'
import { openWorkspace } from '../../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../../src/main/workspace/node-file-system.ts'
import type { Workspace } from '../../../src/main/workspace/port.ts'
import { anna, idOf } from '../../support/new-record.ts'
import type { Workload, WorkloadName } from '../rounds/workloads.ts'
import { first, roundOf, workloads } from '../rounds/workloads.ts'

export interface WriterOrder {
  readonly folder: string
  /** `upgrade` opens a workspace of version 1 and closes it. */
  readonly work: WorkloadName | 'upgrade'
  /** Milliseconds since the Unix epoch, from which its clock goes on. */
  readonly now: number
  /** Ids of this process begin there. */
  readonly ids: number
}

/** A version is an hour old when the next one comes, so that compaction has something to thin. */
const HOUR = 3_600_000
const UPGRADE_SEGMENT_BYTES = 20_000
const STDOUT = 1
// one write, straight to the descriptor: what was printed was acknowledged before the kill
const say = (line: string) => void writeSync(STDOUT, `${line}\n`)

const order = JSON.parse(process.argv[2] ?? '') as WriterOrder
const workload: Workload | null = order.work === 'upgrade' ? null : workloads[order.work]
const segmentBytes = workload ? workload.segmentBytes : UPGRADE_SEGMENT_BYTES
let { now, ids } = order
const environment = {
  clock: () => (now += workload?.beside === 'compaction' ? HOUR : 1000),
  newId: () => idOf((ids += 1)),
  owner: { person: 'Writer', device: 'test', host: 'cli' },
  ...(segmentBytes === undefined ? {} : { segmentBytes }),
}

async function writeForEver(workspace: Workspace, { round: roundFor, content, kind }: Workload, lane: number): Promise<never> {
  const known = await workspace.read(idOf(first(lane)))
  let round = known ? roundOf(known) : 0
  say(`from ${lane} ${round}`)
  for (;;) {
    round += 1
    const { puts, erases } = roundFor(lane, round)
    await workspace.transact(
      anna,
      async (transaction) => {
        for (const number of erases) transaction.erase(idOf(number), transaction.head(idOf(number))?.rev ?? 0)
        for (const number of puts) transaction.put(content(lane, number, round), transaction.head(idOf(number))?.rev ?? 0)
      },
      { kind },
    )
    say(`saved ${lane} ${round}`)
  }
}

async function compactForEver(workspace: Workspace): Promise<never> {
  await workspace.configure({ ...workspace.settings, history: { allDays: 1, dailyDays: 3 } })
  for (;;) {
    const { segmentsRewritten } = await workspace.compact()
    say(`compacted ${segmentsRewritten}`)
    await setImmediate()
  }
}

async function backUpForEver(workspace: Workspace): Promise<never> {
  const { folder } = order
  for (;;) {
    const counts = await countRecords(workspace)
    const snapshot = await workspace.whileStill(() => takeSnapshot(nodeFileSystem, folder, workspace.revision, counts))
    const options = { files: nodeFileSystem, clock: environment.clock, reason: 'schedule', copyAttachments: false } as const
    const { file } = await makeBackup(ownBackups(nodeFileSystem, folder), snapshot, options)
    say(`backup ${file.revision}`)
  }
}

say('begin')
const workspace = await openWorkspace(order.folder, environment)
say('open')
if (workload) {
  const lanes = Array.from({ length: workload.lanes }, (_, lane) => writeForEver(workspace, workload, lane))
  if (workload.beside === 'compaction') lanes.push(compactForEver(workspace))
  if (workload.beside === 'backup') lanes.push(backUpForEver(workspace))
  await Promise.all(lanes)
}
await workspace.close()
say('closed')
