/** What a person can do about a workspace that does not open. */
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import type { AppError } from '../../../shared/errors.ts'

export type Problem = Extract<WorkspaceState, { status: 'problem' }>
export type Remedy = Problem['remedies'][number]

/** Another try may go better: the other program has closed, the disk is back. */
const RETRY: ReadonlySet<string> = new Set(['LOCKED', 'MISSING', 'NO_PERMISSION', 'READ_ONLY', 'DISK_FULL', 'IO', 'INTERNAL'])
/** Opening it again brings the same. */
export const BROKEN: ReadonlySet<string> = new Set(['DAMAGED', 'INTERNAL'])
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
  'INTERNAL',
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
  // a defect in reading it may be damage of a kind that nobody thought of
  if (details['openReadOnly'] === true || code === 'INTERNAL') remedies.push('openReadOnly')
  if (BROKEN.has(code)) remedies.push('salvage')
  if (BROKEN.has(code) && hasBackups) remedies.push('restoreBackup')
  remedies.push('chooseAnother')
  if (canReveal && REVEAL.has(code)) remedies.push('reveal')
  return remedies
}

/** A workspace that did not open, as the state that windows show. */
export function problemOf(location: string, failure: AppError, possible: Possible): Problem {
  const { code, message, details } = failure
  return { status: 'problem', location, code, message, details: { ...details }, remedies: remediesFor(failure, possible) }
}
