/** A file of the person's, read in steps. */
import { open, stat, type FileHandle } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { changedWhileRead, isFolder, tooLarge, withAttachmentFailures } from '../../workspace/attachments/attachment-failures.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import type { Content } from '../../workspace/attachments/incoming-file.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../shared/model/attachment-name.ts'

const STEP_BYTES = 1024 * 1024

/** Bytes of a file. @throws AppError INVALID_INPUT for a folder, a device or what is too large; MISSING, NO_PERMISSION, IO */
export function sourceSize(path: string): Promise<number> {
  return withAttachmentFailures('reading', async () => {
    // before it is opened: opening a pipe waits for whoever writes into it
    const found = await stat(path)
    if (found.isDirectory()) throw isFolder()
    if (!found.isFile())
      throw new AppError('INVALID_INPUT', 'That is no file but a device or a pipe. It was not added and nothing was changed.')
    if (found.size > MAX_ATTACHMENT_BYTES) throw tooLarge()
    return found.size
  })
}

/** As {@link sourceSize}, for show only: 0 for what cannot be added, which adding it tells. */
export async function shownSize(path: string): Promise<number> {
  try {
    return await sourceSize(path)
  } catch (error) {
    if (error instanceof AppError) return 0
    throw error
  }
}

/**
 * Copies a file into the workspace without holding it whole. Its content is pinned.
 * @throws AppError as {@link sourceSize}, and what writing throws
 */
export async function takeInFile(store: AttachmentStore, path: string): Promise<Content> {
  const expected = await sourceSize(path)
  const source = await withAttachmentFailures('reading', () => open(path, 'r'))
  try {
    return await takeIn(store, expected, stepsOf(source, expected))
  } finally {
    await source.close()
  }
}

/**
 * Copies a content of so many bytes into the workspace, step by step. It is pinned.
 * @throws AppError INVALID_INPUT when other bytes come than were said, what writing throws, and what `steps` throw
 */
export async function takeIn(store: AttachmentStore, expected: number, steps: AsyncIterable<Uint8Array>): Promise<Content> {
  const incoming = await store.receive(expected)
  try {
    for await (const step of steps) await incoming.write(step)
    if (incoming.received !== expected) throw changedWhileRead()
    return await incoming.finish()
  } catch (error) {
    await incoming.discard()
    throw error
  }
}

async function* stepsOf(source: FileHandle, expected: number): AsyncGenerator<Uint8Array> {
  // each is written before the next is read
  const step = Buffer.allocUnsafe(Math.min(STEP_BYTES, expected + 1))
  for (;;) {
    const { bytesRead } = await withAttachmentFailures('reading', () => source.read(step, 0, step.length, null))
    if (bytesRead === 0) return
    yield step.subarray(0, bytesRead)
  }
}
