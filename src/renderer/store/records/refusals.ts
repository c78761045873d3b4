/** What a failed save means for the draft: which fields were refused, and whether trying again can help. */
import { AppError, type ErrorCode, type FieldIssue } from '../../../shared/errors.ts'
import type { Draft, Refusal } from './open-record.ts'

/** The same call may succeed later without the person changing the draft. */
const passing = new Set<ErrorCode>([
  'DISK_FULL',
  'READ_ONLY',
  'NO_PERMISSION',
  'MISSING',
  'IO',
  'LOCKED',
  'NO_WORKSPACE',
  'DISCONNECTED',
  'INTERNAL',
])
export const canPass = (error: AppError): boolean => passing.has(error.code)

/** Milliseconds before the next try by itself: 2 s, doubled each time, a minute at most. */
export const retryDelay = (attempt: number): number => Math.min(60_000, 2_000 * 2 ** Math.min(attempt, 10))

export function asAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  return new AppError('INTERNAL', cause instanceof Error ? cause.message : String(cause), {}, { cause })
}

const isIssue = (value: unknown): value is FieldIssue =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && 'message' in value

/** `patch.posts.0.from` of a call's input is `posts.0.from` of the record. */
const inRecord = (path: string) => path.replace(/^patch\.?/u, '')

/** The refused fields of a patch; undefined when the failure does not name a field of it. */
export function refusedFields(error: AppError, patch: Draft): Readonly<Record<string, Refusal>> | undefined {
  if (error.code === 'TITLE_TAKEN' && 'aliases' in patch) {
    return { aliases: { value: patch['aliases'], issues: [{ path: 'aliases', problem: 'taken', message: error.message }] } }
  }
  if (error.code === 'TITLE_TAKEN' && 'code' in patch) {
    return { code: { value: patch['code'], issues: [{ path: 'code', problem: 'taken', message: error.message }] } }
  }
  if (error.code !== 'INVALID_INPUT') return undefined
  const listed = error.details['issues']
  const issues = Array.isArray(listed) ? listed.filter(isIssue) : []
  const refused: Record<string, { value: unknown; issues: FieldIssue[] }> = {}
  for (const issue of issues) {
    const path = inRecord(issue.path)
    const field = path.split('.')[0] ?? ''
    if (!(field in patch)) return undefined
    const refusal = (refused[field] ??= { value: patch[field], issues: [] })
    refusal.issues.push({ ...issue, path })
  }
  return issues.length > 0 ? refused : undefined
}
