import { Calendar } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDateRange } from '../../../i18n/dates.ts'
import { DateCell } from '../controls/cells.tsx'
import { TimeField } from '../controls/time-field.tsx'
import { Part } from '../properties/part.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import { useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { Warning } from '../properties/warning.tsx'
import { sittingProblem } from '../date-order.ts'
import { zoneWords } from './time-zones.ts'
import { ZoneOffer } from './zone-offer.tsx'

/** From when to when: "16 May 2023, 10:00–12:30, Almaty, UTC+6". */
export function WhenRow() {
  const { t } = useTranslation('fields')
  const start = useField('meeting', 'start')
  const startTime = useField('meeting', 'startTime')
  const end = useField('meeting', 'end')
  const endTime = useField('meeting', 'endTime')
  const { value: zone } = useField('meeting', 'timeZone')
  const clock = zoneWords(zone, start.value)
  const problem = sittingProblem({ start: start.value, startTime: startTime.value, end: end.value, endTime: endTime.value })
  const times = [startTime.value, endTime.value].filter(Boolean).join('–')
  return (
    <PartsRow label={t('label.when')} icon={<Calendar />} wide tight>
      {start.locked ? (
        <Value>{[formatDateRange(start.value, end.value), times, clock].filter(Boolean).join(', ')}</Value>
      ) : (
        <>
          <Part>
            <DateCell field={start} label={t('label.start')} />
          </Part>
          <Part>
            <TimeField
              label={t('label.startTime')}
              hideLabel
              bare
              placeholder={t('part.time')}
              value={startTime.value}
              onChange={startTime.set}
            />
          </Part>
          <span aria-hidden="true">–</span>
          {(end.value === '' ? (['time', 'day'] as const) : (['day', 'time'] as const)).map((part) =>
            part === 'day' ? (
              <Part key="day">
                <DateCell field={end} label={t('label.end')} />
              </Part>
            ) : (
              <Part key="time">
                <TimeField
                  label={t('label.endTime')}
                  hideLabel
                  bare
                  placeholder={t('part.time')}
                  value={endTime.value}
                  onChange={endTime.set}
                />
              </Part>
            ),
          )}
          {clock && <small>{clock}</small>}
          <ZoneOffer />
          {problem && <Warning>{t(problem === 'dates' ? 'warning.meetingDates' : 'warning.meetingTimes')}</Warning>}
        </>
      )}
    </PartsRow>
  )
}
