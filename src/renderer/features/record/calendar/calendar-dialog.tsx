import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../../api/format-error.ts'
import { chooseCalendarFile } from '../../../parts/calendar/calendar-files.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './calendar.module.css'
import { DraftForm } from './draft-form.tsx'
import { EventChoice } from './event-choice.tsx'
import { useCalendarFile } from './use-calendar-file.ts'

/** A meeting out of a calendar file: which event, and what will be made of it. Nothing is made before the person says so. */
export function CalendarDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const { t } = useTranslation('calendar')
  const formId = useId()
  const { state, choose } = useCalendarFile(file)
  const draft = state.step === 'read' ? state.draft : null
  const another = (
    <Button
      onClick={() => {
        onClose()
        void chooseCalendarFile()
      }}
    >
      {t('another')}
    </Button>
  )
  const submit = (label: string) => (
    <Button variant="primary" type="submit" form={formId}>
      {label}
    </Button>
  )
  const footer = state.step === 'failed' ? another : state.step === 'read' ? submit(t(draft ? 'create' : 'next')) : undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size={draft ? 'large' : 'medium'}
      title={t(state.step === 'failed' ? 'failedTitle' : state.step === 'read' && !draft ? 'chooseTitle' : 'title')}
      description={draft ? t('description', { file: file.name }) : undefined}
      footer={footer}
    >
      {state.step === 'reading' && (
        <div role="status">
          <span className="visually-hidden">{t('reading')}</span>
          <Skeleton lines={6} />
        </div>
      )}
      {state.step === 'failed' && (
        <p role="alert" className={styles.failed}>
          {state.problem === null ? formatError(state.error) : t(`problem.${state.problem}`, { file: file.name })}
        </p>
      )}
      {state.step === 'read' && !draft && <EventChoice id={formId} events={state.events} more={state.more} onChoose={choose} />}
      {draft && <DraftForm id={formId} draft={draft} onClose={onClose} />}
    </Dialog>
  )
}
