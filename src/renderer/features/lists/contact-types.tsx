import { useTranslation } from 'react-i18next'
import { contactTypes } from '../../../shared/model/vocabulary.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Pills } from '../../ui/pills.tsx'

/** People, organisations or bodies, each with its number. */
export function ContactTypes({ value, onChange }: { readonly value: ContactType | null; readonly onChange: (type: ContactType) => void }) {
  const { t } = useTranslation('lists')
  const { data } = useQuery('list.counts', {}, { dependsOn: 'records' })
  return (
    <Pills
      label={t('contactTypesLabel')}
      value={value}
      options={contactTypes.map((type) => ({
        value: type,
        label: t(`contactTypes.${type}`),
        count: data && formatNumber(data.contacts[type]),
      }))}
      onChange={onChange}
    />
  )
}
