import { AppError } from '../../../shared/errors.ts'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'

/** Why the register was not written, in words; how many decisions were too many for one document is in the failure itself. */
export function documentProblem(error: unknown): string {
  const total = error instanceof AppError && error.code === 'INVALID_INPUT' ? error.details['total'] : undefined
  return typeof total === 'number' ? i18n.t('decisions:document.tooMany', { formatted: formatNumber(total) }) : formatError(error)
}
