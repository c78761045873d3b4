import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDraft } from '../../../../shared/contract/calendar.ts'
import { MAX_TITLE } from '../../../../shared/model/vocabulary.ts'
import { NotCreated } from '../../../parts/new-record/not-created.tsx'
import { useCreateRecord } from '../../../parts/new-record/use-create-record.ts'
import { createKeptForms } from '../../../store/kept-forms.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { TimeField } from '../controls/time-field.tsx'
import { zoneOffset, zoneOptions } from '../meeting/time-zones.ts'
import { AttendeeTable } from './attendee-table.tsx'
import styles from './calendar.module.css'
import { DraftNotes } from './draft-notes.tsx'
import { draftProblem, meetingDraft, meetingInput, type MeetingDraft } from './meeting-draft.ts'

export interface DraftFormProps {
  readonly id: string
  readonly draft: CalendarDraft
  readonly onClose: () => void
}

const forms = createKeptForms<MeetingDraft>()

/** What will be made, and can be changed before it is. Closed without a word, it is kept as written. */
export function DraftForm({ id, draft, onClose }: DraftFormProps) {
  const { t } = useTranslation(['calendar', 'fields'])
  const [inFile] = useState<MeetingDraft>(() => meetingDraft(draft))
  const key = JSON.stringify([draft.title, draft.start, draft.startTime, draft.end, draft.place])
  const [goesOn] = useState(() => forms.of(key) !== undefined)
  const fields = forms.useForm(key) ?? inFile
  const [problem, setProblem] = useState<ReturnType<typeof draftProblem>>()
  const { createOf, busy, clash, failure, forget } = useCreateRecord()
  const change = (next: Partial<MeetingDraft>) => {
    forms.keep(key, { ...(forms.of(key) ?? inFile), ...next })
    setProblem(undefined)
    forget()
  }
  const submit = async (next: MeetingDraft) => {
    const found = draftProblem(next)
    setProblem(found)
    if (found || busy || !(await createOf(meetingInput(next)))) return
    forms.forget(key)
    onClose()
  }
  const { title, start, startTime, end, endTime, timeZone, place, text, attendees } = fields
  const offset = timeZone && zoneOffset(timeZone, start)
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit(fields)
      }}
    >
      {goesOn && (
        <p className={styles.hint}>
          {t('goesOn')}{' '}
          <Button variant="quiet" onClick={() => forms.forget(key)}>
            {t('asInFile')}
          </Button>
        </p>
      )}
      <DraftNotes draft={draft} onLeave={onClose} />
      <TextField
        label={t('meetingTitle')}
        value={title}
        error={problem?.field === 'title' ? t(`fields:problem.${problem.problem}`, { count: MAX_TITLE }) : undefined}
        onChange={(value) => change({ title: value })}
        autoComplete="off"
        autoFocus
      />
      <div className={styles.when}>
        <PartialDateField label={t('fields:label.start')} value={start} onChange={(value) => change({ start: value })} />
        <TimeField label={t('fields:label.startTime')} value={startTime} onChange={(value) => change({ startTime: value })} />
        <PartialDateField label={t('fields:label.end')} value={end} onChange={(value) => change({ end: value })} />
        <TimeField label={t('fields:label.endTime')} value={endTime} onChange={(value) => change({ endTime: value })} />
        <Combobox
          label={t('fields:label.timeZone')}
          hint={offset || undefined}
          freeText
          value={timeZone}
          load={(typed) => Promise.resolve(zoneOptions(typed))}
          onChange={(value) => change({ timeZone: value })}
        />
      </div>
      <TextField label={t('fields:label.place')} value={place} onChange={(value) => change({ place: value })} autoComplete="off" />
      <AttendeeTable
        attendees={attendees}
        day={start}
        onChange={(update) => {
          const now = forms.of(key) ?? inFile
          forms.keep(key, { ...now, attendees: update(now.attendees) })
          setProblem(undefined)
        }}
      />
      <TextArea label={t('text')} hint={t('textHint')} rows={4} value={text} onChange={(value) => change({ text: value })} />
      {(problem?.field === 'date' || problem?.field === 'time') && (
        <p role="alert" className={styles.failed}>
          {t(problem.field === 'date' ? 'fields:problem.date' : 'fields:problem.time')}
        </p>
      )}
      <NotCreated
        clash={clash}
        failure={failure}
        onLeave={onClose}
        onUse={(suggestion) => {
          const next = { ...fields, title: suggestion }
          change(next)
          void submit(next)
        }}
      />
    </form>
  )
}
