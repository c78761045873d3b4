import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/errors.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { useAppState } from '../../store/session.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './palette.module.css'

export interface PaletteFooterProps {
  /** undefined while nothing is searched for. */
  readonly answer: Output<'search.query'> | undefined
  /** Something is typed of which nothing can be searched. */
  readonly idle: boolean
  readonly error: AppError | undefined
  /** How many commands stand in the list. */
  readonly commands: number
  /** Tab takes what is offered for the word at the caret. */
  readonly completing: boolean
}

/** The palette's keys, and how much was found how fast. */
export function PaletteFooter({ answer, idle, error, commands, completing }: PaletteFooterProps) {
  const { t } = useTranslation('palette')
  const control = useAppState().platform === 'darwin' ? '⌘' : 'Ctrl'
  return (
    <footer className={styles.footer}>
      <span className={styles.key}>
        <Kbd>↑↓</Kbd> {t('keys.choose')}
      </span>
      <span className={styles.key}>
        <Kbd>{control} ↵</Kbd> {t('keys.beside')}
      </span>
      {!completing && (
        <span className={styles.key}>
          <Kbd>Tab</Kbd> {t('keys.kind')}
        </span>
      )}
      <span className={styles.found} role="status">
        {idle && t(commands > 0 ? 'noRecord' : 'nothingAsked', { count: commands })}
        {error
          ? formatError(error)
          : answer &&
            (answer.total === 0 && !answer.partial
              ? t(commands > 0 ? 'noRecord' : 'nothing', { count: commands })
              : t(answer.partial ? 'foundSoFar' : 'found', {
                  count: answer.total,
                  number: formatNumber(answer.total),
                  milliseconds: formatNumber(Math.max(1, Math.round(answer.took))),
                }))}
        {!error &&
          answer &&
          answer.unreadable > 0 &&
          ` · ${t('unreadable', { count: answer.unreadable, number: formatNumber(answer.unreadable) })}`}
      </span>
    </footer>
  )
}
