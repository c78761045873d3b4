import type { FileSystem } from './file-system.ts'
import { nodeFileSystem } from './node-file-system.ts'
import type { Clock, NewId } from './port.ts'

/** What a workspace takes from the outside. */
export interface WorkspaceEnvironment {
  readonly clock: Clock
  readonly newId: NewId
  /** The disk; left out for the real one. */
  readonly files?: FileSystem
  /** Told to whoever finds the workspace locked. `host`: `electron`, `browser`, `cli`. */
  readonly owner: { readonly person: string; readonly device: string; readonly host: string }
  /** How large a segment of the journal may become; left out for the usual size. */
  readonly segmentBytes?: number
}

export const filesOf = (environment: Pick<WorkspaceEnvironment, 'files'>): FileSystem => environment.files ?? nodeFileSystem
export const instantOf = (clock: Clock): string => new Date(clock()).toISOString()
