/** What must hold of a workspace that was worked on in rounds, wherever that stopped: killed, without power, refused by the disk. */
import { join } from 'node:path'
import { expect } from 'vitest'
import { BackupContent, ownBackups } from '../../../src/main/workspace/backups/index.ts'
import type { FileSystem } from '../../../src/main/workspace/file-system.ts'
import { systemError } from '../../../src/main/workspace/file-system.ts'
import { filesOf, type WorkspaceEnvironment } from '../../../src/main/workspace/environment.ts'
import { openWorkspace } from '../../../src/main/workspace/index.ts'
import { pathsIn } from '../../../src/main/workspace/layout.ts'
import type { Workspace } from '../../../src/main/workspace/port.ts'
import { isTemporaryName } from '../../../src/main/workspace/replace-file.ts'
import { idOf } from '../../support/new-record.ts'
import type { Workload } from './workloads.ts'
import { first, roundOf, stateAfter } from './workloads.ts'

export interface Acknowledged {
  /** The last round of each lane. */
  readonly rounds: readonly number[]
  /** The revision of the last backup; 0 for none. */
  readonly backup: number
}

/** The same disk, on which nothing derived and no head file is found: columns are built from the segments alone. */
export function withoutDerived(files: FileSystem, folder: string): FileSystem {
  const { derived, acknowledged } = pathsIn(folder)
  const readFile: FileSystem['readFile'] = async (path) => {
    if (path === acknowledged || path.startsWith(derived)) throw systemError('ENOENT', 'open', `${path} is hidden.`)
    return files.readFile(path)
  }
  return new Proxy(files, {
    get(target, key: keyof FileSystem) {
      const member = key === 'readFile' ? readFile : target[key]
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

/** Everything the columns know, in the same order whatever order they hold it in. */
export function columnsOf(workspace: Workspace): string {
  const heads = [...workspace.heads()].toSorted((one, other) => one.id.localeCompare(other.id))
  return JSON.stringify([workspace.revision, heads.map((head) => [head, workspace.versions(head.id)])])
}

/** Answers the round of each lane. */
export async function verifyWorkspace(
  folder: string,
  workload: Workload,
  acknowledged: Acknowledged,
  environment: WorkspaceEnvironment,
): Promise<number[]> {
  const workspace = await openWorkspace(folder, environment)
  try {
    expect(workspace.readOnly).toBeNull()
    const rounds = await Promise.all(acknowledged.rounds.map((last, lane) => verifyLane(workspace, workload, lane, last)))
    // nothing but what the lanes have left, and one commit a round
    expect([...workspace.heads()]).toHaveLength(rounds.reduce((sum, round, lane) => sum + stateAfter(workload, lane, round).size, 0))
    expect(workspace.revision).toBe(rounds.reduce((sum, round) => sum + round, 0))
    await verifyDerived(workspace, folder, environment)
    if (workload.beside === 'backup') await verifyBackups(filesOf(environment), folder, workload, acknowledged.backup)
    const { segments } = pathsIn(folder)
    for (const at of [folder, segments]) expect((await filesOf(environment).list(at)).filter(isTemporaryName)).toEqual([])
    return rounds
  } finally {
    await workspace.close()
  }
}

async function verifyDerived(workspace: Workspace, folder: string, environment: WorkspaceEnvironment): Promise<void> {
  const files = withoutDerived(filesOf(environment), folder)
  const anew = await openWorkspace(folder, { ...environment, files }, { readOnly: true })
  expect(columnsOf(anew)).toBe(columnsOf(workspace))
  await anew.close()
}

async function verifyLane(workspace: Workspace, workload: Workload, lane: number, acknowledged: number): Promise<number> {
  const known = await workspace.read(idOf(first(lane)))
  const round = known ? roundOf(known) : 0
  expect(round, `the last round of lane ${lane}`).toBeGreaterThanOrEqual(acknowledged)
  for (const [number, expected] of stateAfter(workload, lane, round)) {
    const record = await workspace.read(idOf(number))
    const { title, body } = workload.content(lane, number, expected.round)
    if (record?.title !== title || record.body !== body || record.rev !== expected.rev)
      expect({ number, title: record?.title, rev: record?.rev, body: record?.body }).toEqual({ number, title, rev: expected.rev, body })
  }
  await verifyHistory(workspace, workload, lane)
  return round
}

/** The earlier versions of the record that takes part in every round: each whole, in order, and none missing unless thinned. */
async function verifyHistory(workspace: Workspace, workload: Workload, lane: number): Promise<void> {
  const head = workspace.head(idOf(first(lane)))
  if (!head) return
  let newer = Number.POSITIVE_INFINITY
  for (let { rev } = head; rev > Math.max(0, head.rev - 8); rev -= 1) {
    const version = await workspace.readVersion(head.id, rev)
    if (!version && workload.beside === 'compaction') continue
    const round = version ? roundOf(version) : Number.NaN
    expect(round).toBeLessThan(newer)
    expect(version?.body).toBe(workload.content(lane, first(lane), round).body)
    newer = round
  }
}

/** Every backup that is listed holds exactly what one round left, and the last that was told of, or a later one, is among them. */
async function verifyBackups(files: FileSystem, folder: string, workload: Workload, acknowledged: number): Promise<void> {
  const kept = ownBackups(files, folder)
  const { backups, damaged } = await kept.list()
  expect(damaged).toEqual([])
  expect(Math.max(0, ...backups.map(({ file }) => file.revision))).toBeGreaterThanOrEqual(acknowledged)
  for (const backup of backups.slice(0, 3)) {
    const content = await BackupContent.read(files, kept, backup)
    // it has one lane, so the revision is its round
    const state = stateAfter(workload, 0, backup.file.revision)
    expect([...content.records.keys()].toSorted()).toEqual([...state.keys()].map(idOf).toSorted())
    for (const [number, { round, rev }] of state) {
      const place = content.records.get(idOf(number))
      const record = place && (await content.record(place))
      expect([record?.rev, record?.body]).toEqual([rev, workload.content(0, number, round).body])
    }
    await content.close()
  }
}

/** A workspace of version 1 whose upgrade was killed: the old files are kept, and everything is in the new ones. */
export async function verifyUpgraded(folder: string, former: FormerFiles, environment: WorkspaceEnvironment): Promise<void> {
  const workspace = await openWorkspace(folder, environment)
  try {
    expect([workspace.readOnly, workspace.revision]).toEqual([null, former.revision])
    const bodies = await Promise.all([...workspace.heads()].map(async ({ id }) => [id, await workspace.body(id)] as const))
    expect(new Map(bodies)).toEqual(former.bodies)
    await verifyDerived(workspace, folder, environment)
  } finally {
    await workspace.close()
  }
  const kept = join(pathsIn(folder).backups, 'before-schema-3')
  for (const [name, bytes] of former.files)
    expect(Buffer.compare(await filesOf(environment).readFile(join(kept, name)), bytes), `${name} is kept`).toBe(0)
}

export interface FormerFiles {
  readonly revision: number
  readonly bodies: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, Uint8Array>
}
