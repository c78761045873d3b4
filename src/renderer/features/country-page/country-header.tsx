import { useTranslation } from 'react-i18next'
import type { CountryOption } from '../../../shared/contract/lists.ts'
import type { CountryRecord } from '../../../shared/model/record.ts'
import { formatDate } from '../../i18n/dates.ts'
import { Tag } from '../../ui/tag.tsx'
import styles from './overview.module.css'

/** Codes, group and participation; its name, formal names and flag stand over the properties. */
export function CountryHeader({ record, option }: { readonly record: CountryRecord; readonly option: CountryOption | undefined }) {
  const { t } = useTranslation('country')
  const { status, since, until } = record.participation
  const codes = [record.code, option?.alpha2.toUpperCase(), option?.numeric].filter(Boolean)
  const years =
    since && until
      ? t('fromTo', { since: formatDate(since), until: formatDate(until) })
      : since
        ? t('since', { date: formatDate(since) })
        : until
          ? t('until', { date: formatDate(until) })
          : ''
  return (
    <div className={styles.header}>
      <p className={styles.codes}>{[codes.join(' · '), record.group].filter(Boolean).join(' — ')}</p>
      {status !== '' && (
        <Tag tone={status === 'participating' && !until ? 'good' : 'neutral'}>
          {[t(`participation.${status}`), years].filter(Boolean).join(' ')}
        </Tag>
      )}
    </div>
  )
}
