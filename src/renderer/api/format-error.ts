import type { TFunction } from 'i18next'
import { AppError } from '../../shared/errors.ts'
import { formatInstant } from '../i18n/dates.ts'
import { i18n } from '../i18n/index.ts'
import { hostWords } from '../i18n/host-words.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const part = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined)

/** Records that a sentence names. */
const TITLES = 5

/** What each code's sentence may name, taken from `details` with care: a host may leave any of it out. */
function wordsOf({ code, details, message }: AppError): Record<string, string> {
  switch (code) {
    case 'NOT_UNDOABLE':
      // the reason is nowhere but in the message
      return { reason: hostWords(message) }
    case 'TITLE_TAKEN':
      return { title: textOf(part(details['other'], 'title')) }
    case 'LOCKED': {
      const owner = details['owner']
      const since = textOf(part(owner, 'since'))
      return { person: textOf(part(owner, 'person')), device: textOf(part(owner, 'device')), since: since ? formatInstant(since) : '' }
    }
    case 'INVALID_INPUT': {
      const issues = details['issues']
      return {
        problem: Array.isArray(issues)
          ? issues
              .map((issue) => hostWords(textOf(part(issue, 'message'))))
              .filter(Boolean)
              .join(' ')
          : '',
      }
    }
    case 'UNSAVED': {
      const unsaved = details['unsaved']
      const titles = Array.isArray(unsaved) ? unsaved.map((record) => textOf(part(record, 'title'))).filter(Boolean) : []
      return { titles: titles.slice(0, TITLES).join(', ') + (titles.length > TITLES ? ', …' : '') }
    }
    case 'INTERNAL':
      return { correlationId: textOf(details['correlationId']) }
    default:
      return {}
  }
}

/** A failure in the reader's language: what happened, what was kept, what to do. */
export function formatError(error: unknown, t: TFunction<'common'> = i18n.getFixedT(null, 'common')): string {
  const failure = error instanceof AppError ? error : new AppError('INTERNAL', error instanceof Error ? error.message : '')
  const words = wordsOf(failure)
  const known = Object.values(words).every((word) => word !== '')
  return known ? t(`errors.${failure.code}`, words) : t([`errorsPlain.${failure.code}`, `errors.${failure.code}`], words)
}

/** Of files and folders the host's own sentence says more than its code does. */
export const hostReason = (error: unknown): string =>
  error instanceof AppError && error.code !== 'INTERNAL' && error.code !== 'DISCONNECTED' && error.code !== 'UNSAVED'
    ? hostWords(error.message)
    : formatError(error)
