import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../i18n/dates.ts'
import { useOpenRecord } from '../../../store/records.ts'
import styles from './properties-form.module.css'
import { useRecordScope } from './record-scope.ts'

/** When the record was made and last changed, by whom, on which device. */
export function RecordStamp() {
  const { t } = useTranslation('record')
  const { id } = useRecordScope()
  const record = useOpenRecord(id)?.record
  if (!record) return null
  const by = ({ name, device }: { readonly name: string; readonly device: string }) => (device ? `${name}, ${device}` : name)
  return (
    <p className={styles.stamp}>
      <span>{t('stamp.created', { at: formatInstant(record.createdAt), by: by(record.createdBy) })}</span>
      <span>{t('stamp.updated', { at: formatInstant(record.updatedAt), by: by(record.updatedBy), rev: record.rev })}</span>
    </p>
  )
}
