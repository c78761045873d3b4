/** SIGKILL at any moment loses no acknowledged edit and frees the lock. RAPPORTEUR_FAULT_RUNS says how many kills. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { checkWorkspace, createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import { seededChooser } from '../support/memory-file-system.ts'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk, testEnvironment } from '../support/workspace-disk.ts'
import { runScript } from './node-process.ts'

const RUNS = Number(process.env['RAPPORTEUR_FAULT_RUNS'] ?? 25)

interface Acknowledgement {
  readonly revision: number
  readonly changes: readonly (readonly [id: string, rev: number, body: string])[]
}

let disk: Disk
afterEach(() => disk.remove())

/** Holds this thread, so that the kill falls anywhere in what the child does next. */
function spin(microseconds: number): void {
  const end = process.hrtime.bigint() + BigInt(microseconds) * 1000n
  while (process.hrtime.bigint() < end);
}

it(`keeps every acknowledged edit over ${RUNS} kills`, async () => {
  disk = await temporaryDisk()
  const folder = join(disk.folder, 'Secretariat')
  const environment = testEnvironment(disk.files)
  await (await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)).close()
  const choose = seededChooser(20231005)
  let acknowledged = 0
  let last: Acknowledgement | undefined
  for (let run = 0; run < RUNS; run += 1) {
    let before = 1 + choose(12)
    const delay = choose(12_000)
    const { finished } = runScript('writer.ts', [folder, String(1 + choose(4))], (line, child) => {
      if (line === 'open' || (before -= 1) > 0) return
      spin(delay)
      child.kill('SIGKILL')
    })
    const { lines, errors, signal } = await finished
    expect({ errors, signal }).toEqual({ errors: '', signal: 'SIGKILL' })
    const acknowledgements = lines.slice(1).map((line) => JSON.parse(line) as Acknowledgement)
    acknowledged += acknowledgements.length
    last = acknowledgements.at(-1) ?? last

    // opens at once: the system has released the lock
    const workspace = await openWorkspace(folder, environment)
    expect(workspace.readOnly).toBeNull()
    expect(workspace.revision).toBeGreaterThanOrEqual(last?.revision ?? 0)
    const newest = new Map(acknowledgements.flatMap(({ changes }) => changes.map(([id, rev, body]) => [id, { rev, body }] as const)))
    for (const [id, { rev, body }] of newest) {
      const record = await workspace.read(id)
      expect(record?.rev).toBeGreaterThanOrEqual(rev)
      if (record?.rev === rev) expect(record.body.startsWith(body)).toBe(true)
    }
    // both records of a transaction or neither: each lane's first record takes part in all of its transactions
    const revisions = [...workspace.heads()].reduce((sum, head) => sum + head.rev, 0)
    expect(revisions).toBe(2 * workspace.revision)
    await workspace.close()
  }
  expect(acknowledged).toBeGreaterThan(RUNS)
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect((await checkWorkspace(folder, environment)).sound).toBe(true)
})
