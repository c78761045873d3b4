import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_SUCCESSOR } from '../../../shared/markdown/follow-up.ts'
import { isPartialDate, partialDateSpan } from '../../../shared/model/partial-date.ts'
import { formatDate, localDay } from '../../i18n/dates.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PartialDateField } from '../dates/partial-date-field.tsx'
import { decisionProblem, recordStatus } from './decision-commands.ts'
import { decisionWords, isCalled, type ShownDecision } from './shown-decision.ts'
import { successorOptions } from './successor-options.ts'

interface StatusDialogProps {
  readonly decision: ShownDecision
  readonly status: 'implemented' | 'superseded'
  readonly onClose: () => void
}

/** Asks when a decision was implemented, or which one took its place and when. */
export function StatusDialog({ decision, status, onClose }: StatusDialogProps) {
  const { t } = useTranslation(['decisions', 'fields'])
  const today = localDay()
  const [on, setOn] = useState(today)
  const [by, setBy] = useState({ name: decision.supersededBy, words: '', known: true })
  const [refused, setRefused] = useState('')
  const isFuture = on !== '' && isPartialDate(on) && partialDateSpan(on).first > today
  const { recordDate } = decision
  const isBefore = on !== '' && isPartialDate(on) && recordDate !== '' && partialDateSpan(on).last < partialDateSpan(recordDate).first
  const isItself = status === 'superseded' && isCalled(decision, by.name)
  const name = by.name.trim()
  const isTooLong = name.length > MAX_SUCCESSOR
  const isSaid = status !== 'superseded' || (name !== '' && !isItself && !isTooLong)
  const ready = on !== '' && isPartialDate(on) && !isFuture && !isBefore && isSaid
  const confirm = async () => {
    try {
      await recordStatus(decision, { status, supersededBy: status === 'superseded' ? name : '', on })
      onClose()
    } catch (error) {
      setRefused(decisionProblem(error, decision))
    }
  }
  return (
    <FormDialog
      title={t(`ask.${status}`)}
      description={decisionWords(decision) || t('untitled')}
      submitLabel={t(`record.${status}`)}
      ready={ready}
      refused={refused}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      {status === 'superseded' && (
        <Combobox
          label={t('ask.by')}
          value={by.name}
          freeText
          load={(text) => successorOptions(decision, text)}
          onChange={(name, option) => setBy({ name, words: option?.label ?? '', known: option !== null })}
          hint={by.name === '' ? t('ask.byHint') : by.known ? by.words || undefined : t('ask.byUnknown')}
          error={isItself ? t('ask.bySelf') : isTooLong ? t('fields:problem.tooLong', { count: MAX_SUCCESSOR }) : undefined}
        />
      )}
      <PartialDateField
        label={t('ask.on')}
        value={on}
        onChange={setOn}
        error={isFuture ? t('ask.future') : isBefore ? t('ask.beforeTaken', { date: formatDate(recordDate) }) : undefined}
      />
    </FormDialog>
  )
}
