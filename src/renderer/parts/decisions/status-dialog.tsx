import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPartialDate, partialDateSpan } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PartialDateField } from '../dates/partial-date-field.tsx'
import { decisionProblem, recordStatus } from './decision-commands.ts'
import styles from './decisions.module.css'
import { decisionWords, isCalled, type ShownDecision } from './shown-decision.ts'
import { successorOptions } from './successor-options.ts'

interface StatusDialogProps {
  readonly decision: ShownDecision
  readonly status: 'implemented' | 'superseded'
  readonly onClose: () => void
}

/** Asks when a decision was implemented, or which one took its place and when. */
export function StatusDialog({ decision, status, onClose }: StatusDialogProps) {
  const { t } = useTranslation(['decisions', 'fields', 'common'])
  const today = localDay()
  const [on, setOn] = useState(today)
  const [by, setBy] = useState({ name: decision.supersededBy, words: '', known: true })
  const [refused, setRefused] = useState('')
  const form = useId()
  const isFuture = on !== '' && isPartialDate(on) && partialDateSpan(on).first > today
  const isItself = status === 'superseded' && isCalled(decision, by.name)
  const ready = on !== '' && isPartialDate(on) && !isFuture && (status !== 'superseded' || (by.name.trim() !== '' && !isItself))
  const confirm = async () => {
    if (!ready) return
    try {
      await recordStatus(decision, { status, supersededBy: status === 'superseded' ? by.name.trim() : '', on })
      onClose()
    } catch (error) {
      setRefused(decisionProblem(error, decision))
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t(`ask.${status}`)}
      description={decisionWords(decision) || t('untitled')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!ready}>
            {t(`record.${status}`)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        {refused && (
          <p role="alert" className={styles.problem}>
            {refused}
          </p>
        )}
        {status === 'superseded' && (
          <Combobox
            label={t('ask.by')}
            value={by.name}
            freeText
            load={(text) => successorOptions(decision, text)}
            onChange={(name, option) => setBy({ name, words: option?.label ?? '', known: option !== null })}
            hint={by.name === '' ? t('ask.byHint') : by.known ? by.words || undefined : t('ask.byUnknown')}
            error={isItself ? t('ask.bySelf') : undefined}
          />
        )}
        <PartialDateField label={t('ask.on')} value={on} onChange={setOn} error={isFuture ? t('ask.future') : undefined} />
      </form>
    </Dialog>
  )
}
