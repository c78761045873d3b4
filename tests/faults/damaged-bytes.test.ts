/**
 * A file cut at every length and every byte changed: the same content, or a clear refusal. Nothing wrong in silence.
 * The sample takes every seventh byte of the segment.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import type { MemoryFileSystem } from '../support/memory-file-system.ts'
import { anna, newNote, newRecord } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { fileIn, FOLDER, forgetEnd, savedTwice, SEGMENT } from '../support/workspace-files.ts'
import { figures, tell } from './programme.ts'

const STEP = figures.byteStep
const counts = { openings: 0 }
afterAll(() => tell('bytes of every file', counts))
const stepIn = (name: string) => (name === SEGMENT ? STEP : 1)

const refusals = new Set(['DAMAGED', 'NEWER_FORMAT', 'NOT_A_WORKSPACE'])

/** Everything that a person can see of a workspace. */
async function everything(workspace: Workspace): Promise<string> {
  const heads = [...workspace.heads()].toSorted((one, other) => one.id.localeCompare(other.id))
  const versions = heads.flatMap(({ id }) => workspace.versions(id).map(({ rev }) => workspace.readVersion(id, rev)))
  return JSON.stringify([workspace.info, workspace.settings, workspace.revision, workspace.readOnly, heads, await Promise.all(versions)])
}

/** That, or the code it is refused with. */
async function seen(files: MemoryFileSystem): Promise<string> {
  try {
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    try {
      return await everything(workspace)
    } finally {
      await workspace.close()
    }
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** Three saves: two records, one of them in two versions. */
async function saved(): Promise<MemoryFileSystem> {
  const files = await savedTwice()
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  await workspace.transact(anna, async (transaction) => transaction.put(newNote(1, 'First, changed', 'Line two'), 1))
  await workspace.close()
  return files
}

const changes: readonly (readonly [string, (byte: number) => number])[] = [
  ['its lowest bit flipped', (byte) => byte ^ 1],
  ['its highest bit flipped', (byte) => byte ^ 0x80],
  ['its case or a digit changed', (byte) => byte ^ 0x20],
  ['zeroed', () => 0],
  ['made a space', () => 0x20],
  ['made a digit', () => 0x37],
]

async function withBytes(whole: MemoryFileSystem, name: string, bytes: Uint8Array): Promise<string> {
  const files = whole.afterProcessExit()
  files.put(fileIn(name), bytes)
  counts.openings += 1
  return seen(files)
}

describe.each(['workspace.json', SEGMENT])('%s', (name) => {
  it('cut at every length', async () => {
    const whole = await saved()
    const expected = await seen(whole.afterProcessExit())
    const bytes = whole.bytesOf(fileIn(name))!
    const counts = { same: 0, refused: 0 }
    for (let length = 0; length < bytes.length; length += stepIn(name)) {
      const found = await withBytes(whole, name, bytes.subarray(0, length))
      if (found === expected) counts.same += 1
      else {
        expect(refusals, `${length} bytes: ${found}`).toContain(found)
        counts.refused += 1
      }
    }
    // of the manifest, only the line end after the last brace may go
    const tried = Math.ceil(bytes.length / stepIn(name))
    expect(counts).toEqual(name === SEGMENT ? { same: 0, refused: tried } : { same: 1, refused: tried - 1 })
  })

  it.each(changes)('with each byte %s', async (_, change) => {
    const whole = await saved()
    // every byte is looked at when nothing is known of the records yet
    whole.drop(fileIn('derived'))
    const expected = await seen(whole.afterProcessExit())
    const bytes = whole.bytesOf(fileIn(name))!
    let refused = 0
    for (let at = 0; at < bytes.length; at += stepIn(name)) {
      const damaged = Buffer.from(bytes)
      damaged[at] = change(bytes[at] ?? 0)
      const found = await withBytes(whole, name, damaged)
      if (found === expected) continue
      expect(refusals, `byte ${at}, ${JSON.stringify(bytes.subarray(Math.max(0, at - 8), at + 8).toString())}: ${found}`).toContain(found)
      refused += 1
    }
    expect(refused).toBeGreaterThan((bytes.length / stepIn(name)) * 0.8)
  })

  it.each(changes)('with each byte %s, when only what is read is looked at', async (_, change) => {
    const whole = await saved()
    const expected = await seen(whole.afterProcessExit())
    const bytes = whole.bytesOf(fileIn(name))!
    for (let at = 0; at < bytes.length; at += 3 * stepIn(name)) {
      const damaged = Buffer.from(bytes)
      damaged[at] = change(bytes[at] ?? 0)
      const found = await withBytes(whole, name, damaged)
      expect([expected, ...refusals], `byte ${at}`).toContain(found)
    }
  })
})

it.each(['segments/acknowledged', 'derived/columns.bin'])('%s is cut, changed or gone: the same content', async (name) => {
  const whole = await saved()
  const expected = await seen(whole.afterProcessExit())
  const bytes = whole.bytesOf(fileIn(name))!
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    expect(await withBytes(whole, name, bytes.subarray(0, at)), `${at} bytes`).toBe(expected)
    for (const [how, change] of changes) {
      const damaged = Buffer.from(bytes)
      damaged[at] = change(bytes[at] ?? 0)
      expect(await withBytes(whole, name, damaged), `byte ${at} ${how}`).toBe(expected)
    }
  }
  const gone = whole.afterProcessExit()
  gone.drop(fileIn(name))
  expect(await seen(gone)).toBe(expected)
})

it('a torn last write is cut off and kept aside, whatever is left of it, and nothing before it goes', async () => {
  const whole = forgetEnd(await saved())
  const bytes = whole.bytesOf(fileIn(SEGMENT))!
  const start = bytes.lastIndexOf('{"frame":"', bytes.length - 2)
  const tails: Buffer[] = []
  for (let length = start + 1; length < bytes.length; length += STEP) {
    const cut = bytes.subarray(0, length)
    tails.push(cut, Buffer.concat([cut, Buffer.alloc(bytes.length - length)]))
  }
  tails.push(Buffer.concat([bytes.subarray(0, start), Buffer.alloc(bytes.length - start)]))
  for (const tail of tails) {
    const files = whole.afterProcessExit()
    files.put(fileIn(SEGMENT), tail)
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    expect([workspace.revision, workspace.readOnly]).toEqual([2, null])
    expect(workspace.notices.map(({ code }) => code)).toEqual(['tornTail'])
    const [name] = await files.list(fileIn('set-aside'))
    expect(files.bytesOf(fileIn(`set-aside/${name}`))).toEqual(tail.subarray(start))
    await workspace.transact(anna, async (transaction) => transaction.put(newRecord(9, { kind: 'note', title: 'After' }), 0))
    await workspace.close()
    const again = await openWorkspace(FOLDER, testEnvironment(files))
    expect([again.revision, again.notices]).toEqual([3, []])
    await again.close()
  }
})
