import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../../i18n/dates.ts'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { useField } from '../../properties/use-field.ts'
import { countAttendance } from './attendance.ts'
import styles from './participants.module.css'
import { ParticipantsDialog } from './participants-dialog.tsx'
import { useMeetingBody, useQuorum } from './use-quorum.ts'

/** "31 of 43 present  open table  quorum met (22 of 30)"; before the meeting "4 invited, 1 apology". */
export function ParticipantsRow() {
  const { t } = useTranslation(['participants', 'fields'])
  const field = useField('meeting', 'participants')
  const quorum = useQuorum(useMeetingBody(), field.value)
  const [open, setOpen] = useState(false)
  const { value: stage } = useField('meeting', 'stage')
  const { total, present, apologies, unmarked } = countAttendance(field.value)
  const summary =
    total === 0
      ? t('none')
      : stage === 'planned' && present === 0
        ? [
            t('invited', { count: total, shown: formatNumber(total) }),
            apologies > 0 && t('apologies', { count: apologies, shown: formatNumber(apologies) }),
          ]
            .filter(Boolean)
            .join(', ')
        : unmarked === total
          ? t('named', { count: total, shown: formatNumber(total) })
          : t('present', { present: formatNumber(present), shown: formatNumber(total), count: total })
  const refused =
    field.problemAt() ??
    (field.value.some((_, index) =>
      ['person', 'title', 'represents.organisation', 'replacedBy'].some((part) => field.problemAt(`${index}.${part}`)),
    )
      ? t('refused')
      : undefined)
  return (
    <Field label={t('fields:label.participants')} icon={<UserRoundCheck />} wide>
      <span>{summary}</span>
      <Button variant="quiet" className={styles.open} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(total === 0 && !field.locked ? 'addFirst' : 'open')}
      </Button>
      {quorum && quorum.entitled > 0 && (
        <small>
          {t(quorum.met === null ? 'quorum.short.open' : quorum.met ? 'quorum.short.met' : 'quorum.short.missed', { ...quorum })}
        </small>
      )}
      {refused && (
        <span role="alert" className={styles.refused}>
          {refused}
        </span>
      )}
      {open && <ParticipantsDialog field={field} onClose={() => setOpen(false)} />}
    </Field>
  )
}
