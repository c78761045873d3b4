import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupChoice, BackupInfo } from '../../../shared/contract/backups.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatDate, formatInstant, formatNumber, formatTimeExactly, localDay } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './problem.module.css'

export interface BackupDialogProps {
  readonly working: boolean
  /** Why restoring the one that was chosen failed. */
  readonly failure: string | undefined
  readonly onRestore: (backup: BackupChoice) => void
  readonly onClose: () => void
}

const keyOf = ({ place, name }: BackupInfo) => `${place} ${name}`

/** The backups of a workspace that does not open, the latest chosen. */
export function BackupDialog({ working, failure, onRestore, onClose }: BackupDialogProps) {
  const { t } = useTranslation(['problem', 'backups'])
  const { data, error } = useQuery('backups.list', {})
  const [key, setKey] = useState<string>()
  const backups = data?.backups ?? []
  const chosen = backups.find((backup) => keyOf(backup) === key) ?? backups[0]
  // two of one minute are told apart by their seconds
  const minutes = backups.map(({ at }) => formatInstant(at))
  const whenOf = ({ at }: BackupInfo) => {
    const minute = formatInstant(at)
    const day = formatDate(localDay(new Date(at)))
    return minutes.filter((other) => other === minute).length > 1 ? `${day}, ${formatTimeExactly(at)}` : minute
  }
  const problem = failure ?? (error && formatError(error))
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !working) onClose()
      }}
      title={t('backup.title')}
      description={t('backup.description')}
      footer={
        <>
          <Button onClick={onClose} disabled={working}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="primary"
            disabled={!chosen || working}
            onClick={() => chosen && onRestore({ name: chosen.name, place: chosen.place })}
          >
            {t(working ? 'backup.working' : 'backup.confirm')}
          </Button>
        </>
      }
    >
      {!data && !error && <p role="status">{t('backup.reading')}</p>}
      {data && backups.length === 0 && <p role="status">{t('backup.none')}</p>}
      {backups.length > 0 && (
        <fieldset className={styles.backups}>
          <legend className="visually-hidden">{t('backup.which')}</legend>
          {backups.map((backup) => (
            <label key={keyOf(backup)} className={styles.backup}>
              <input type="radio" name="backup" checked={backup === chosen} disabled={working} onChange={() => setKey(keyOf(backup))} />
              <span>
                {t('backup.choice', { count: backup.records, number: formatNumber(backup.records), when: whenOf(backup) })}
                {`, ${t(`backups:reason.${backup.reason}`)}`}
                {backup.place === 'second' && <small> {t('backup.second')}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </Dialog>
  )
}
