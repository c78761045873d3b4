/** A content under a name of its own, outside the workspace. */
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withAttachmentFailures } from '../../workspace/attachments/attachment-failures.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'

/** Whole and checked before it takes the place of anything. @throws AppError MISSING, DAMAGED, DISK_FULL, NO_PERMISSION, IO */
export function copyContent(store: AttachmentStore, sha256: string, path: string, mode = 0o666): Promise<void> {
  return withAttachmentFailures('saving', async () => {
    const temporary = join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`)
    const file = await open(temporary, 'wx', mode)
    try {
      try {
        for await (const step of store.content(sha256)) await file.writeFile(step)
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
