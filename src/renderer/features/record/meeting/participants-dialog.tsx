import { Plus, UserCheck } from 'lucide-react'
import { useState, type ClipboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useCountries } from '../../../parts/countries/country-options.ts'
import { useRowKeys } from '../controls/use-row-keys.ts'
import type { FieldHandle } from '../properties/use-field.ts'
import { countAttendance } from './attendance.ts'
import styles from './meeting.module.css'
import { emptyParticipant, isBlank, participantsFromPaste, type PastedParticipants } from './pasted-participants.ts'
import { ParticipantsTable } from './participants-table.tsx'

export interface ParticipantsDialogProps {
  readonly field: FieldHandle<Participant[]>
  readonly onClose: () => void
}

/** The participants as a table: typed, pasted from a spreadsheet, ticked off. Every change is saved as it is made. */
export function ParticipantsDialog({ field, onClose }: ParticipantsDialogProps) {
  const { t } = useTranslation(['record', 'fields'])
  const { value: rows, current, set, locked } = field
  const keys = useRowKeys(rows.length)
  const countries = useCountries()
  const [taken, setTaken] = useState<PastedParticipants | null>(null)
  const [focus, setFocus] = useState<{ readonly row: number } | null>(null)
  const attendance = countAttendance(rows)

  const insert = (at: number) => {
    // the row is there, and has the focus, before the next key
    flushSync(() => {
      keys.insert(at)
      set(current().toSpliced(at, 0, emptyParticipant))
      setFocus({ row: at })
    })
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = locked ? undefined : participantsFromPaste(event.clipboardData.getData('text/plain'), countries)
    if (!pasted) return
    event.preventDefault()
    const all = [...current().filter((row) => !isBlank(row)), ...pasted.participants]
    set(all)
    setTaken(pasted)
    setFocus({ row: all.length - 1 })
  }
  const summary = (['present', 'remote', 'apologies', 'absent', 'unmarked'] as const)
    .filter((of) => attendance[of] > 0)
    .map((of) => t(`participants.count.${of}`, { count: attendance[of] }))

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (open) return
        const now = current()
        if (!locked && now.some(isBlank)) set(now.filter((row) => !isBlank(row)))
        onClose()
      }}
      size="wide"
      title={t('participants.title', { count: rows.length })}
      description={locked ? undefined : t('participants.hint')}
      footer={
        <div className={styles.footer}>
          <small aria-live="polite">{summary.join(' · ')}</small>
          {!locked && (
            <>
              <Button
                icon={<UserCheck />}
                disabled={attendance.unmarked === 0}
                onClick={() => set(current().map((row) => (row.presence === '' ? { ...row, presence: 'present' as const } : row)))}
              >
                {t('participants.markPresent')}
              </Button>
              <Button variant="primary" icon={<Plus />} onClick={() => insert(rows.length)}>
                {t('participants.add')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className={styles.table} onPaste={paste}>
        {taken && (
          <p role="status" className={styles.taken}>
            {t('participants.taken', { count: taken.participants.length })}{' '}
            {taken.columns
              .map((column, index) =>
                t(column ? 'participants.column' : 'participants.leftOut', {
                  number: index + 1,
                  what: column ? t(`participants.as.${column}`) : '',
                }),
              )
              .join(', ')}
          </p>
        )}
        {rows.length === 0 ? (
          <p className={styles.nobody}>{t('participants.nobody')}</p>
        ) : (
          <ParticipantsTable field={field} keys={keys} focus={focus} onInsert={insert} />
        )}
      </div>
    </Dialog>
  )
}
