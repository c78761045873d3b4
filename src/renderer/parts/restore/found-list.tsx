import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundBackups } from '../../../shared/contract/restore.ts'
import { formatInstant, formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import styles from './restore.module.css'

/** Shown before the others are asked for. */
const SHOWN = 6

export interface ChosenBackup {
  readonly found: FoundBackups
  readonly backup: FoundBackups['backups'][number]
}

export interface FoundListProps {
  readonly found: readonly FoundBackups[]
  readonly chosen: ChosenBackup | null
  readonly disabled: boolean
  readonly onChoose: (chosen: ChosenBackup) => void
}

/** The backups of each workspace that lies there, the latest first; what the chosen one holds. */
export function FoundList({ found, chosen, disabled, onChoose }: FoundListProps) {
  const { t } = useTranslation('restore')
  const group = useId()
  return found.map((one) => (
    <fieldset key={`${one.folder} ${one.workspace}`} className={styles.found}>
      <legend className={styles.label}>{t('backupsOf', { name: one.workspace })}</legend>
      <Choices one={one} group={group} chosen={chosen} disabled={disabled} onChoose={onChoose} />
      {one.unusable > 0 && <p className={styles.quiet}>{t('unusable', { count: one.unusable, number: formatNumber(one.unusable) })}</p>}
    </fieldset>
  ))
}

interface ChoicesProps extends Omit<FoundListProps, 'found'> {
  readonly one: FoundBackups
  readonly group: string
}

function Choices({ one, group, chosen, disabled, onChoose }: ChoicesProps) {
  const { t } = useTranslation('restore')
  const [all, setAll] = useState(false)
  const shown = all ? one.backups : one.backups.slice(0, SHOWN)
  return (
    <>
      {shown.map((backup) => (
        <label key={backup.name} className={styles.backup}>
          <input
            type="radio"
            name={group}
            checked={chosen?.found.folder === one.folder && chosen.backup.name === backup.name}
            disabled={disabled}
            onChange={() => onChoose({ found: one, backup })}
          />
          <span>
            {t('choice', { count: backup.records, number: formatNumber(backup.records), when: formatInstant(backup.at) })}
            {chosen?.backup === backup && <small className={styles.counts}>{countsOf(backup.counts)}</small>}
          </span>
        </label>
      ))}
      {shown.length < one.backups.length && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('all', { count: one.backups.length, number: formatNumber(one.backups.length) })}
        </Button>
      )}
    </>
  )

  /** "40 contacts, 3 countries"; kinds of which there are none are left out. */
  function countsOf(counts: ChosenBackup['backup']['counts']): string {
    const kinds = ['contact', 'country', 'note', 'meeting', 'study', 'trash'] as const
    return kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`counts.${kind}`, { count: counts[kind], number: formatNumber(counts[kind]) }))
      .join(', ')
  }
}
