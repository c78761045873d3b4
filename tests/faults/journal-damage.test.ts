/**
 * A workspace of a few hundred frames in three segments, cut at a place and changed in a byte, opened as the
 * application opens it, with its derived files and head file and without. Either everything is as it was; or the
 * opening is refused and names the record that was touched, and reading on shows all others whole; or, without a head
 * file, the last transaction is cut off with a notice. Nothing is wrong in silence.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import { frameBytes, readHeader } from '../../src/main/workspace/journal/frame.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import { MemoryFileSystem, seededChooser } from '../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { fileIn, FOLDER, forgetEnd } from '../support/workspace-files.ts'
import { figures, tell } from './programme.ts'

const SEGMENT_BYTES = 60_000
const RECORDS = 70
const counts = { frames: 0, bytes: 0, cuts: 0, changes: 0, unchanged: 0, refused: 0, 'cut off with a notice': 0 }
afterAll(() => tell('bytes of the journal, by opening', counts))

/** Where each frame lies, with the record it is of; empty for a segment's first line. */
interface Placed {
  readonly segment: string
  readonly from: number
  readonly to: number
  readonly id: string
  /** Of the transaction. */
  readonly revision: number
}

async function made(): Promise<{
  readonly files: MemoryFileSystem
  readonly frames: readonly Placed[]
  readonly state: readonly string[]
}> {
  const files = new MemoryFileSystem()
  const environment = testEnvironment(files, SEGMENT_BYTES)
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, environment)
  for (let round = 0; round < 200; round += 1) {
    const numbers = round % 9 === 0 ? [1 + (round % RECORDS), 1 + ((round + 7) % RECORDS)] : [1 + (round % RECORDS)]
    await workspace.transact(anna, async (transaction) => {
      for (const number of numbers)
        transaction.put(newNote(number, undefined, `Line ${round} of ${number}.`), transaction.head(idOf(number))?.rev ?? 0)
    })
  }
  const state = await everything(workspace)
  await workspace.close()
  const frames: Placed[] = []
  for (const segment of (await files.list(fileIn('segments'))).filter((name) => name.endsWith('.jsonl')).toSorted()) {
    const bytes = files.bytesOf(fileIn(`segments/${segment}`)) ?? Buffer.alloc(0)
    for (let from = 0; from < bytes.length;) {
      const header = readHeader(bytes, from)
      if (!header) throw new Error('A frame was written that cannot be read.')
      const to = from + frameBytes(header.length)
      const line = JSON.parse(bytes.subarray(from, to).toString()) as { record: { id?: string } }
      frames.push({ segment, from, to, id: header.kind === 'S' ? '' : (line.record.id ?? ''), revision: header.revision })
      from = to
    }
  }
  return { files: files.afterProcessExit(), frames, state }
}

/** One line a record: its columns, its versions and its text. */
async function everything(workspace: Workspace): Promise<string[]> {
  const lines = Array.from(workspace.heads(), async (head) =>
    JSON.stringify([head, workspace.versions(head.id), await workspace.read(head.id)]),
  )
  return (await Promise.all(lines)).toSorted()
}

type Outcome = 'unchanged' | 'refused' | 'cut off with a notice'

interface Damaged {
  readonly files: MemoryFileSystem
  /** The records whose lines are no longer whole. */
  readonly touched: ReadonlySet<string>
  /** Those of the same transactions, which count as a whole or not at all. */
  readonly together: ReadonlySet<string>
  /** Only the last transaction is touched, and nothing tells that it was acknowledged. */
  readonly mayBeTail: boolean
  readonly isCut: boolean
}

/** What comes of opening; throws when it is wrong in silence. */
async function opened({ files, touched, together, mayBeTail, isCut }: Damaged, state: readonly string[], where: string): Promise<Outcome> {
  let workspace: Workspace
  try {
    workspace = await openWorkspace(FOLDER, testEnvironment(files, SEGMENT_BYTES))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DAMAGED') throw error
    const named = new Set((error.details['touched'] as readonly { id: string }[] | undefined)?.map(({ id }) => id))
    // what is cut away, or damaged where its name stands, can only be named from the columns
    const isKnown = files.bytesOf(fileIn('derived/columns.bin')) !== undefined
    if (isKnown && !isCut) for (const id of touched) if (id !== '' && !named.has(id)) expect.unreachable(`${where}: ${id} is not named`)
    await readOn(files, together, state, where)
    return 'refused'
  }
  try {
    if (workspace.notices.some(({ code }) => code === 'tornTail')) {
      if (!mayBeTail) expect.unreachable(`${where}: it was taken for a torn tail`)
      return 'cut off with a notice'
    }
    // columns of earlier: the line itself is read when its record is asked for
    for (const id of touched) {
      if (id === '') continue
      for (const { rev } of workspace.versions(id)) await workspace.readVersion(id, rev).catch(damagedOnly)
    }
    const found = await everything(workspace).catch(damagedOnly)
    if (found && found.join('\n') !== state.join('\n')) expect.unreachable(`${where}: something else is shown`)
    return 'unchanged'
  } finally {
    await workspace.close()
  }
}

function damagedOnly(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'DAMAGED') return undefined
  throw error
}

/** Whoever looks at what is left sees all that was not touched, as it was. */
async function readOn(files: MemoryFileSystem, together: ReadonlySet<string>, state: readonly string[], where: string): Promise<void> {
  const left = await openWorkspace(FOLDER, testEnvironment(files, SEGMENT_BYTES), { readOnly: true })
  const shown = new Map<string, string>()
  for (const { id } of left.heads()) shown.set(id, JSON.stringify(await left.read(id).catch(damagedOnly)))
  await left.close()
  for (const line of state) {
    const [{ id }, , record] = JSON.parse(line) as [{ id: string }, unknown, unknown]
    if (!together.has(id) && shown.get(id) !== JSON.stringify(record)) expect.unreachable(`${where}: ${id} is not shown as it was`)
  }
}

describe.each([
  ['with what is derived', (files: MemoryFileSystem) => files],
  ['from the segments alone', forgetEnd],
] as const)('a journal of a few hundred frames, %s', (how, prepare) => {
  it('cut or changed anywhere is never wrong in silence', async () => {
    const { files: whole, frames, state } = await made()
    const choose = seededChooser(29)
    const active = frames.at(-1)?.segment ?? ''
    const lastTransaction = frames.at(-1)?.from ?? 0
    counts.frames = frames.length
    expect(frames.length).toBeGreaterThan(200)
    expect(new Set(frames.map(({ segment }) => segment)).size).toBeGreaterThan(2)
    for (const frame of frames) {
      const bytes = whole.bytesOf(fileIn(`segments/${frame.segment}`)) ?? Buffer.alloc(0)
      counts.bytes += frame.to - frame.from
      const first = (figures.journalStep - (counts.bytes % figures.journalStep)) % figures.journalStep
      for (let at = frame.from + first; at < frame.to; at += figures.journalStep) {
        const mayBeTail = how === 'from the segments alone' && frame.segment === active && at >= lastTransaction
        const put = (changed: Buffer) => {
          const files = prepare(whole.afterProcessExit())
          files.put(fileIn(`segments/${frame.segment}`), changed)
          return files
        }
        const changed = Buffer.from(bytes)
        changed[at] = (bytes[at] ?? 0) ^ (1 << choose(8))
        const where = `${frame.segment}, byte ${at}`
        const damage = async (damaged: readonly Placed[], damagedBytes: Buffer, isCut: boolean, isTail: boolean) => {
          const revisions = new Set(damaged.map(({ revision }) => revision))
          const together = new Set(frames.filter(({ revision }) => revisions.has(revision)).map(({ id }) => id))
          const touched = new Set(damaged.map(({ id }) => id))
          const outcome = await opened(
            { files: put(damagedBytes), touched, together, mayBeTail: isTail, isCut },
            state,
            `${where} ${isCut ? 'cut' : 'changed'}`,
          )
          counts[outcome] += 1
        }
        counts.changes += 1
        await damage([frame], changed, false, mayBeTail)
        counts.cuts += 1
        const gone = frames.filter(({ segment, to }) => segment === frame.segment && to > at)
        await damage(gone, bytes.subarray(0, at), true, how === 'from the segments alone' && frame.segment === active)
      }
    }
    expect(counts.refused).toBeGreaterThan(counts.unchanged / 4)
  })
})
