/** A file of the person's own, outside the workspace. */
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withAttachmentFailures } from '../../workspace/attachments/attachment-failures.ts'

type Steps = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Whole before it takes the place of anything. @throws AppError DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO, and what `steps` throws */
export function writeOutside(path: string, steps: Steps, mode = 0o666): Promise<void> {
  return withAttachmentFailures('saving', async () => {
    const temporary = join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`)
    const file = await open(temporary, 'wx', mode)
    try {
      try {
        for await (const step of steps) await file.writeFile(step)
      } finally {
        await file.close()
      }
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  })
}
