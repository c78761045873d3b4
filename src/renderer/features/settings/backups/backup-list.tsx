import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '../../../../shared/contract/backups.ts'
import { formatInstant, formatNumber } from '../../../i18n/dates.ts'
import { Button } from '../../../ui/button.tsx'
import { Tag } from '../../../ui/tag.tsx'
import settings from '../settings.module.css'
import styles from './backups.module.css'

/** Shown before the others are asked for. */
const SHOWN = 6

export interface BackupListProps {
  readonly backups: readonly BackupInfo[]
  /** Left out where nothing can be changed. */
  readonly onRestore?: ((backup: BackupInfo) => void) | undefined
}

/** What there is, the latest first. */
export function BackupList({ backups, onRestore }: BackupListProps) {
  const { t } = useTranslation('backups')
  const [all, setAll] = useState(false)
  const shown = all ? backups : backups.slice(0, SHOWN)
  if (backups.length === 0) return null
  return (
    <div>
      <h3 className={settings.label} id="backups-list">
        {t('list.title')}
      </h3>
      <ul className={styles.list} aria-labelledby="backups-list">
        {shown.map((backup) => (
          <li key={`${backup.place} ${backup.name}`} className={styles.row}>
            <span className={styles.when}>{formatInstant(backup.at)}</span>
            <span className={styles.what}>
              {t('list.records', { count: backup.records, number: formatNumber(backup.records) })}, {t(`reason.${backup.reason}`)}
            </span>
            <span className={styles.tags}>
              {backup.place === 'second' && <Tag>{t('list.second')}</Tag>}
              {backup.pinned && <Tag tone="good">{t('list.pinned')}</Tag>}
            </span>
            {onRestore && (
              <Button
                variant="quiet"
                aria-label={t('list.restoreOf', { when: formatInstant(backup.at) })}
                onClick={() => onRestore(backup)}
              >
                {t('list.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < backups.length && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('list.all', { count: backups.length, number: formatNumber(backups.length) })}
        </Button>
      )}
    </div>
  )
}
