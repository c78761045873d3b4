/** What was said of each stage, to be put right in the fold of details. */
import { CheckCheck, Send, Stamp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/dates.ts'
import { ChoiceCell, DateCell, RecordCell, TextCell } from '../controls/cells.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import styles from '../properties/properties-form.module.css'
import { partOf, useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'

export function ClearanceRow() {
  const { t } = useTranslation('fields')
  const field = useField('meeting', 'clearance')
  const { by, on } = field.value
  return (
    <PartsRow label={t('label.clearance')} icon={<CheckCheck />} wide>
      {field.locked ? (
        <Value>{[by, formatDate(on)].filter(Boolean).join(' · ')}</Value>
      ) : (
        <>
          <RecordCell field={partOf(field, 'by')} label={t('part.clearedBy')} wanted={{ kinds: ['contact'], contactTypes: ['person'] }} />
          <DateCell className={styles.part} field={partOf(field, 'on')} label={t('part.clearedOn')} />
        </>
      )}
    </PartsRow>
  )
}

export function CirculationRow() {
  const { t } = useTranslation('fields')
  const field = useField('meeting', 'circulation')
  const { to, on, deadline } = field.value
  return (
    <PartsRow label={t('label.circulation')} icon={<Send />} wide>
      {field.locked ? (
        <Value>{[to, formatDate(on), deadline && `${t('part.commentsBy')} ${formatDate(deadline)}`].filter(Boolean).join(' · ')}</Value>
      ) : (
        <>
          <TextCell className={styles.part} field={partOf(field, 'to')} label={t('part.circulatedTo')} />
          <DateCell className={styles.part} field={partOf(field, 'on')} label={t('part.circulatedOn')} />
          <DateCell named className={styles.part} field={partOf(field, 'deadline')} label={t('part.commentsBy')} />
        </>
      )}
    </PartsRow>
  )
}

export function AdoptionRow() {
  const { t } = useTranslation('fields')
  const field = useField('meeting', 'adoption')
  const { how, meeting, on } = field.value
  return (
    <PartsRow label={t('label.adoption')} icon={<Stamp />} wide>
      {field.locked ? (
        <Value>{[how && t(`adoptedHow.${how}`), meeting, formatDate(on)].filter(Boolean).join(' · ')}</Value>
      ) : (
        <>
          <ChoiceCell
            className={styles.part}
            field={partOf(field, 'how')}
            label={t('part.adoptedHow')}
            values={['', 'meeting', 'silence']}
            group="adoptedHow"
          />
          <RecordCell field={partOf(field, 'meeting')} label={t('part.adoptedAt')} wanted={{ kinds: ['meeting'] }} />
          <DateCell className={styles.part} field={partOf(field, 'on')} label={t('part.adoptedOn')} />
        </>
      )}
    </PartsRow>
  )
}
