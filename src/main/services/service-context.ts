/** What services are given: composed once in app.ts. */
import type { Handlers, Methods } from '../../shared/contract/define.ts'
import type { Emit } from '../../shared/contract/index.ts'
import { AppError, type ErrorCode, type FieldIssue } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import type { Desktop } from '../desktop.ts'
import type { Log } from '../rpc/log.ts'
import type { AppData } from '../workspace/app-data.ts'
import type { Clock, NewId } from '../workspace/port.ts'
import type { FolderHandles } from './folders/folder-handles.ts'
import type { WorkspaceSession } from './workspace/workspace-session.ts'

export interface ServiceContext {
  readonly version: string
  readonly deviceName: string
  /** The account at the system; stands in until the person has said who is working. */
  readonly userName: string
  /** The person's home folder; the page's own folder dialog starts there. */
  readonly homeFolder: string
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly desktop: Desktop
  readonly emit: Emit
  readonly appData: AppData
  readonly folders: FolderHandles
  readonly session: WorkspaceSession
  /** Who makes the versions that are written now. */
  author(): Author
  /** The host's day. */
  today(): string
  /** Tells every window how the application stands. */
  announce(): void
}

/** The handlers of one feature. */
export type Service<M extends Methods> = Handlers<M>

/** One field of the input that a rule refuses after its schema has let it through. */
export function refusedField(path: string, problem: string, message: string, details: Readonly<Record<string, unknown>> = {}): AppError {
  const issues: readonly FieldIssue[] = [{ path, problem, message }]
  return new AppError('INVALID_INPUT', `${message} Nothing was changed.`, { ...details, issues })
}

/** A record that is not there. */
export const notFound = (
  id: string,
  message = 'There is no such record; it may have been erased. Nothing was changed.',
  code: ErrorCode = 'NOT_FOUND',
) => new AppError(code, message, { id })
