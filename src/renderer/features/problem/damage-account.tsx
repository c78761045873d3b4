import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { damagedFiles, isLossless, plannedRescue, touchedRecords } from './problem-details.ts'
import styles from './problem.module.css'
import { TouchedList } from './touched-list.tsx'

type Details = Extract<WorkspaceState, { status: 'problem' }>['details']

/** What damage has done, by records; which files and how it shows is behind "Details". */
export function DamageAccount({ details }: { readonly details: Details }) {
  const { t } = useTranslation('problem')
  const rescue = plannedRescue(details)
  const touched = touchedRecords(details)
  const files = damagedFiles(details)
  const counted = (count: number) => ({ count, number: formatNumber(count) })
  return (
    <>
      {!rescue && (
        <>
          <p role="alert">{t('damage.unknown')}</p>
          <TouchedList title={t('touched', counted(touched.length))} records={touched} />
        </>
      )}
      {rescue && (
        <>
          <p role="alert">
            {isLossless(rescue)
              ? t('damage.lossless', counted(rescue.records))
              : rescue.records === 0
                ? t('damage.nothing')
                : t('damage.readable', counted(rescue.records))}
          </p>
          {isLossless(rescue) && <TouchedList title={t('damage.touched', counted(touched.length))} records={touched} />}
          {rescue.records > 0 && (
            <>
              <TouchedList title={t('damage.older', counted(rescue.older.length))} records={rescue.older} />
              <TouchedList title={t('damage.lost', counted(rescue.lost.length))} records={rescue.lost} />
              {rescue.unnamed > 0 && <p>{t('damage.unnamed', counted(rescue.unnamed))}</p>}
            </>
          )}
        </>
      )}
      <p>{t('keepCopy')}</p>
      {files.length > 0 && (
        <details className={styles.detail}>
          <summary>{t('details')}</summary>
          <ul className={styles.files}>
            {files.map(({ file, reason }) => (
              <li key={`${file} ${reason}`}>
                {file} {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
