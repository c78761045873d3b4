import { AppError } from '../../../shared/errors.ts'
import { formatError } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'

const words = (key: string, name: string) => i18n.t(`attachments:problem.${key}`, { name })

/** Why a file was not added. */
export function addingFailed(error: unknown, name: string): string {
  // what a browser says of a file that went while it was read
  if (error instanceof DOMException) return words('changed', name)
  if (!(error instanceof AppError)) return formatError(error)
  const problem = error.details['problem']
  if (problem === 'tooLarge' || problem === 'tooMany' || problem === 'changed' || problem === 'folder') return words(problem, name)
  switch (error.code) {
    case 'DISK_FULL':
      return words('full', name)
    case 'MISSING':
      return words('changed', name)
    case 'NO_PERMISSION':
      return words('unreadable', name)
    default:
      return formatError(error)
  }
}

/** Why a content cannot be had. */
export function readingFailed(error: unknown): string {
  const code = error instanceof AppError ? error.code : undefined
  if (code === 'MISSING') return words('contentMissing', '')
  if (code === 'DAMAGED') return words('contentDamaged', '')
  return formatError(error)
}
