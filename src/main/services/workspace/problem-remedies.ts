/** What a person can do about a workspace that does not open. */
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import type { AppError } from '../../../shared/errors.ts'

export type Problem = Extract<WorkspaceState, { status: 'problem' }>
export type Remedy = Problem['remedies'][number]

/** Another try may go better: the other program has closed, the disk is back. */
const RETRY: ReadonlySet<string> = new Set(['LOCKED', 'MISSING', 'NO_PERMISSION', 'READ_ONLY', 'DISK_FULL', 'IO', 'INTERNAL'])
/** There is a folder to look at. */
const REVEAL: ReadonlySet<string> = new Set([
  'DAMAGED',
  'NEWER_FORMAT',
  'NOT_A_WORKSPACE',
  'NO_PERMISSION',
  'READ_ONLY',
  'UNSUPPORTED',
  'DISK_FULL',
  'IO',
])

const isReadable = (previous: unknown) =>
  typeof previous === 'object' && previous !== null && 'readable' in previous && previous.readable === true

export interface Possible {
  /** The host can show folders. */
  readonly canReveal: boolean
  /** There are backups of this workspace. */
  readonly hasBackups: boolean
}

export function remediesFor({ code, details }: Pick<AppError, 'code' | 'details'>, { canReveal, hasBackups }: Possible): Remedy[] {
  const remedies: Remedy[] = []
  if (RETRY.has(code)) remedies.push('retry')
  if (isReadable(details['previous'])) remedies.push('restorePrevious')
  if (details['openReadOnly'] === true) remedies.push('openReadOnly')
  if (code === 'DAMAGED') remedies.push('salvage')
  if (code === 'DAMAGED' && hasBackups) remedies.push('restoreBackup')
  remedies.push('chooseAnother')
  if (canReveal && REVEAL.has(code)) remedies.push('reveal')
  return remedies
}

/** A workspace that did not open, as the state that windows show. */
export function problemOf(location: string, failure: AppError, possible: Possible): Problem {
  const { code, message, details } = failure
  return { status: 'problem', location, code, message, details: { ...details }, remedies: remediesFor(failure, possible) }
}
