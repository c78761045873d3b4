/** A file cut at every length and every byte changed: the same content, or a clear refusal. Nothing wrong in silence. */
import { describe, expect, it } from 'vitest'
import { openWorkspace, restorePrevious } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import type { MemoryFileSystem } from '../support/memory-file-system.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../support/workspace-files.ts'

const refusals = new Set(['DAMAGED', 'NEWER_FORMAT'])

/** Everything that a person can see of a workspace, or the code it is refused with. */
async function seen(files: MemoryFileSystem): Promise<string> {
  try {
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    const records = await Promise.all([...workspace.heads()].map(({ id }) => workspace.read(id)))
    const all = JSON.stringify([workspace.info, workspace.revision, workspace.readOnly, records])
    await workspace.close()
    return all
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe.each(['records.json', 'workspace.json'])('%s', (name) => {
  it('cut at every length', async () => {
    const files = await savedTwice()
    const whole = await seen(files)
    const bytes = files.bytesOf(fileIn(name))!
    const counts = { same: 0, refused: 0 }
    for (let length = 0; length < bytes.length; length += 1) {
      files.put(fileIn(name), bytes.subarray(0, length))
      const found = await seen(files)
      if (found === whole) counts.same += 1
      else {
        expect(refusals, `${length} bytes`).toContain(found)
        counts.refused += 1
      }
    }
    // only the line end after the last brace may go
    expect(counts).toEqual({ same: 1, refused: bytes.length - 1 })
  })

  it.each([
    ['its lowest bit flipped', (byte: number) => byte ^ 1],
    ['its highest bit flipped', (byte: number) => byte ^ 0x80],
    ['its case or a digit changed', (byte: number) => byte ^ 0x20],
    ['zeroed', () => 0],
    ['made a space', () => 0x20],
    ['made a digit', () => 0x37],
  ])('with each byte %s', async (_, change) => {
    const files = await savedTwice()
    const whole = await seen(files)
    const bytes = files.bytesOf(fileIn(name))!
    let refused = 0
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Buffer.from(bytes)
      damaged[at] = change(bytes[at] ?? 0)
      files.put(fileIn(name), damaged)
      const found = await seen(files)
      if (found === whole) continue
      expect(refusals, `byte ${at}, ${JSON.stringify(bytes.subarray(at - 8, at + 8).toString())}`).toContain(found)
      refused += 1
    }
    expect(refused).toBeGreaterThan(bytes.length * 0.8)
  })
})

it('is mended from the previous state wherever it was cut', async () => {
  const whole = await savedTwice()
  const bytes = whole.bytesOf(fileIn('records.json'))!
  for (let length = 0; length < bytes.length - 1; length += 97) {
    const files = await savedTwice()
    files.put(fileIn('records.json'), bytes.subarray(0, length))
    await restorePrevious(FOLDER, testEnvironment(files))
    const workspace = await openWorkspace(FOLDER, testEnvironment(files))
    expect(workspace.revision).toBe(1)
    const kept = Object.entries(await contents(files)).find(([name]) => name.startsWith('records.damaged-'))
    expect(kept?.[1]).toBe(bytes.subarray(0, length).toString('latin1'))
  }
})
