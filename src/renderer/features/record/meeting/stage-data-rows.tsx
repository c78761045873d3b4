/** What was said of each stage, to be put right in the fold of details. */
import { CheckCheck, Send, Stamp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/dates.ts'
import { ChoiceCell, DateCell, RecordCell, TextCell } from '../controls/cells.tsx'
import { Part } from '../properties/part.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import { partOf, useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { Warning } from '../properties/warning.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'

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
          <Part label={t('part.clearedBy').toLowerCase()}>
            <RecordCell field={partOf(field, 'by')} label={t('part.clearedBy')} wanted={{ kinds: ['contact'], contactTypes: ['person'] }} />
          </Part>
          <Part label={t('part.clearedOn').toLowerCase()}>
            <DateCell field={partOf(field, 'on')} label={t('part.clearedOn')} />
          </Part>
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
          <Part label={t('part.circulatedTo').toLowerCase()}>
            <TextCell field={partOf(field, 'to')} label={t('part.circulatedTo')} />
          </Part>
          <Part label={t('part.circulatedOn').toLowerCase()}>
            <DateCell field={partOf(field, 'on')} label={t('part.circulatedOn')} />
          </Part>
          <Part label={t('part.commentsBy').toLowerCase()}>
            <DateCell field={partOf(field, 'deadline')} label={t('part.commentsBy')} />
          </Part>
          {endsBeforeStart(on, deadline) && <Warning>{t('warning.comments')}</Warning>}
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
          <Part label={t('part.adoptedHow').toLowerCase()}>
            <ChoiceCell field={partOf(field, 'how')} label={t('part.adoptedHow')} values={['', 'meeting', 'silence']} group="adoptedHow" />
          </Part>
          <Part label={t('part.adoptedAt').toLowerCase()}>
            <RecordCell field={partOf(field, 'meeting')} label={t('part.adoptedAt')} wanted={{ kinds: ['meeting'] }} />
          </Part>
          <Part label={t('part.adoptedOn').toLowerCase()}>
            <DateCell field={partOf(field, 'on')} label={t('part.adoptedOn')} />
          </Part>
        </>
      )}
    </PartsRow>
  )
}
