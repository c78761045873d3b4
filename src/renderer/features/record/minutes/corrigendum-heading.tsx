import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { MAX_LINE, MAX_TITLE } from '../../../../shared/model/vocabulary.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TimeField } from '../controls/time-field.tsx'
import { sittingProblem } from '../date-order.ts'
import { zoneOptions } from '../meeting/time-zones.ts'
import { Warning } from '../properties/warning.tsx'
import { headingProblem, isHeadingSound, type CorrectedParts } from './corrigendum-draft.ts'
import styles from './minutes.module.css'

export interface CorrigendumHeadingProps {
  readonly adopted: MeetingRecord
  readonly corrected: CorrectedParts
  /** It is shown from the start: something of it is changed already. */
  readonly isChanged: boolean
  readonly onChange: (part: Partial<CorrectedParts>) => void
}

const MAX_SYMBOL = 80

/** Title, symbol, date and place of the adopted document, folded away: most corrigenda leave them alone. */
export function CorrigendumHeading({ adopted, corrected, isChanged, onChange }: CorrigendumHeadingProps) {
  const { t } = useTranslation(['minutes', 'fields'])
  const [open, setOpen] = useState(isChanged)
  const { title, symbol, start, startTime, end, endTime, timeZone, place } = corrected
  const problem = headingProblem(adopted, corrected)
  const order = isHeadingSound(adopted, corrected) ? sittingProblem(corrected) : null
  return (
    <div className={styles.headingPart}>
      <Button variant="quiet" icon={open ? <ChevronDown /> : <ChevronRight />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('corrigendum.heading')}
      </Button>
      {open && (
        <div className={styles.heading} role="group" aria-label={t('corrigendum.heading')}>
          <TextField
            className={styles.wide}
            label={t('fields:label.title')}
            hint={title === adopted.title ? undefined : t('corrigendum.titleHint')}
            error={problem.title && t(`fields:problem.${problem.title}`, { count: MAX_TITLE })}
            value={title}
            maxLength={MAX_TITLE}
            onChange={(value) => onChange({ title: value })}
          />
          <TextField
            className={styles.half}
            label={t('fields:label.symbol')}
            value={symbol}
            maxLength={MAX_SYMBOL}
            onChange={(value) => onChange({ symbol: value })}
          />
          <TextField
            className={styles.half}
            label={t('fields:label.place')}
            value={place}
            maxLength={MAX_LINE}
            onChange={(value) => onChange({ place: value })}
          />
          <PartialDateField
            label={t('fields:label.start')}
            error={problem.start && t('corrigendum.afterAdoption', { date: formatDate(adopted.adoption.on) })}
            value={start}
            onChange={(value) => onChange({ start: value })}
          />
          <TimeField label={t('fields:label.startTime')} value={startTime} onChange={(value) => onChange({ startTime: value })} />
          <PartialDateField label={t('fields:label.end')} value={end} onChange={(value) => onChange({ end: value })} />
          <TimeField label={t('fields:label.endTime')} value={endTime} onChange={(value) => onChange({ endTime: value })} />
          <Combobox
            className={styles.half}
            label={t('fields:label.timeZone')}
            freeText
            value={timeZone}
            load={(text) => Promise.resolve(zoneOptions(text))}
            onChange={(value) => onChange({ timeZone: value.slice(0, MAX_SYMBOL) })}
          />
          {order && <Warning>{t(order === 'dates' ? 'fields:warning.meetingDates' : 'fields:warning.meetingTimes')}</Warning>}
        </div>
      )}
    </div>
  )
}
