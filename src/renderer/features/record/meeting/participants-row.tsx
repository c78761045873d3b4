import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useField } from '../properties/use-field.ts'
import { countAttendance } from './attendance.ts'
import styles from './meeting.module.css'
import { ParticipantsDialog } from './participants-dialog.tsx'

/** "31 of 43 present · open table". */
export function ParticipantsRow() {
  const { t } = useTranslation(['record', 'fields'])
  const field = useField('meeting', 'participants')
  const [open, setOpen] = useState(false)
  const { total, present, unmarked } = countAttendance(field.value)
  const summary =
    total === 0
      ? t('participants.none')
      : unmarked === total
        ? t('participants.named', { count: total })
        : t('participants.present', { present, count: total })
  const refused =
    field.problemAt() ??
    (field.value.some((_, index) =>
      ['person', 'title', 'represents.organisation', 'replacedBy'].some((part) => field.problemAt(`${index}.${part}`)),
    )
      ? t('participants.refused')
      : undefined)
  return (
    <Field label={t('fields:label.participants')} icon={<UserRoundCheck />} wide>
      <span>{summary}</span>
      <span aria-hidden="true">·</span>
      <Button variant="quiet" className={styles.open} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(total === 0 && !field.locked ? 'participants.add' : 'participants.open')}
      </Button>
      {refused && (
        <span role="alert" className={styles.problem}>
          {refused}
        </span>
      )}
      {open && <ParticipantsDialog field={field} onClose={() => setOpen(false)} />}
    </Field>
  )
}
