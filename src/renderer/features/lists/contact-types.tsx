import { useTranslation } from 'react-i18next'
import { contactTypes, type ContactType } from '../../../shared/model/contact.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './contact-types.module.css'

/** People, organisations or bodies, each with its number. */
export function ContactTypes({ value, onChange }: { readonly value: ContactType | null; readonly onChange: (type: ContactType) => void }) {
  const { t } = useTranslation('lists')
  const { data } = useQuery('list.counts', {}, { dependsOn: 'records' })
  return (
    <div role="group" aria-label={t('contactTypesLabel')} className={styles.pills}>
      {contactTypes.map((type) => (
        <button
          key={type}
          type="button"
          aria-pressed={type === value}
          className={classNames(styles.pill, type === value && styles.on)}
          onClick={() => onChange(type)}
        >
          {t(`contactTypes.${type}`)}
          {data && <span className={styles.count}>{formatNumber(data.contacts[type])}</span>}
        </button>
      ))}
    </div>
  )
}
