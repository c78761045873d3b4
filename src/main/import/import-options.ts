import { AppError } from '../../shared/errors.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Clock, NewId } from '../workspace/port.ts'

export interface ImportOptions {
  /** Called with files read and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  readonly newId?: NewId
  /** Takes in the records' files; without it they are named in the remarks and left out. */
  readonly attachments?: AttachmentStore
  /** When files are said to have been added. The system's clock unless given. */
  readonly clock?: Clock
}

/** @throws AppError CANCELLED */
export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('CANCELLED', 'The import was stopped. Nothing was changed.')
}
