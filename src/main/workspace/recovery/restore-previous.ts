/** What the problem screen offers where the state before the last save can be read. */
import type { WorkspaceEnvironment } from '../environment.ts'
import { salvageWorkspace } from './salvage.ts'

/**
 * A file of versions 1 and 2 gives way to the one before it. A journal has no such thing: its manifest is made again
 * from the one before it and from the segments that are there, so that nothing saved since is passed over.
 * @throws as {@link salvageWorkspace}
 */
export async function restorePrevious(folder: string, environment: WorkspaceEnvironment): Promise<void> {
  await salvageWorkspace(folder, environment)
}
