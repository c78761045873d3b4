import { Calendar } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDateRange } from '../../../i18n/dates.ts'
import { DateCell } from '../controls/cells.tsx'
import { TimeField } from '../controls/time-field.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import styles from '../properties/properties-form.module.css'
import { useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { zoneOffset } from './time-zones.ts'

/** From when to when: "16 May 2023, 10:00–12:30, UTC+6". */
export function WhenRow() {
  const { t } = useTranslation('fields')
  const start = useField('meeting', 'start')
  const startTime = useField('meeting', 'startTime')
  const end = useField('meeting', 'end')
  const endTime = useField('meeting', 'endTime')
  const { value: zone } = useField('meeting', 'timeZone')
  const offset = zone && zoneOffset(zone, start.value)
  const times = [startTime.value, endTime.value].filter(Boolean).join('–')
  return (
    <PartsRow label={t('label.when')} icon={<Calendar />} wide tight>
      {start.locked ? (
        <Value>{[formatDateRange(start.value, end.value), times, offset].filter(Boolean).join(', ')}</Value>
      ) : (
        <>
          <DateCell className={styles.part} field={start} label={t('label.start')} />
          <TimeField
            className={styles.optional}
            label={t('label.startTime')}
            hideLabel
            bare
            placeholder="00:00"
            value={startTime.value}
            onChange={startTime.set}
          />
          <span aria-hidden="true" className={end.value || endTime.value ? undefined : styles.optional}>
            –
          </span>
          <DateCell className={end.value ? styles.part : `${styles.optional} ${styles.last}`} field={end} label={t('label.end')} />
          <TimeField
            className={styles.optional}
            label={t('label.endTime')}
            hideLabel
            bare
            placeholder="00:00"
            value={endTime.value}
            onChange={endTime.set}
          />
          {offset && <small>{offset}</small>}
        </>
      )}
    </PartsRow>
  )
}
