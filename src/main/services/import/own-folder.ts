import { realpath } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import { isWithin } from '../folders/is-within.ts'

/** What lies in the workspace is in it already. @throws AppError INVALID_INPUT, MISSING and others */
export async function refuseOwnFolder(source: string, workspace: string): Promise<void> {
  const [from, own] = await withFolderErrors(() => Promise.all([realpath(source), realpath(workspace)]))
  if (!isWithin(from, own) && !isWithin(own, from)) return
  throw new AppError(
    'INVALID_INPUT',
    'This is the folder of the workspace, lies in it, or holds it. Nothing was imported; choose the folder of the notes outside it.',
  )
}
