import { useTranslation } from 'react-i18next'
import type { CountryOption } from '../../../../shared/contract/lists.ts'
import type { CountryRecord } from '../../../../shared/model/record.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { Flag } from '../../../ui/flag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import styles from './overview.module.css'

/** Flag, formal names, codes and participation. */
export function CountryHeader({ record, option }: { readonly record: CountryRecord; readonly option: CountryOption | undefined }) {
  const { t } = useTranslation('country')
  const { status, since, until } = record.participation
  const { formalNames, shortNames } = record
  const names = [formalNames.en || shortNames.en, formalNames.ru || shortNames.ru, formalNames.kk || shortNames.kk].filter(Boolean)
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
      {option && <Flag alpha2={option.alpha2} size="large" />}
      <div className={styles.names}>
        <p>{names.join(' · ')}</p>
        <p className={styles.codes}>{[codes.join(' · '), record.group].filter(Boolean).join(' — ')}</p>
      </div>
      <Tag tone={status === 'participating' && !until ? 'good' : 'neutral'}>
        {[t(`participation.${status || 'unset'}`), years].filter(Boolean).join(' ')}
      </Tag>
    </div>
  )
}
