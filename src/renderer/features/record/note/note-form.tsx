import { BookMarked, Calendar, Flag, Landmark, Shapes, Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { noteTypes } from '../../../../shared/model/vocabulary.ts'
import { ClassificationRow } from '../properties/classification-row.tsx'
import type { FormRow } from '../properties/form.ts'
import { CountriesRow, RecordRow } from '../properties/link-rows.tsx'
import { PropertiesForm } from '../properties/properties-form.tsx'
import { TagsRow } from '../properties/tags-row.tsx'
import { ChoiceRow, DateRow, TextRow } from '../properties/text-rows.tsx'
import { useField } from '../properties/use-field.ts'

function TypeRow() {
  const { t } = useTranslation('fields')
  return (
    <ChoiceRow field={useField('note', 'noteType')} label={t('label.noteType')} icon={<Shapes />} values={noteTypes} group="noteType" />
  )
}
function DateOfNoteRow() {
  const { t } = useTranslation('fields')
  return <DateRow field={useField('note', 'date')} label={t('label.date')} icon={<Calendar />} />
}
function CountriesOfNoteRow() {
  const { t } = useTranslation('fields')
  return <CountriesRow field={useField('note', 'countries')} label={t('label.countries')} icon={<Flag />} wide />
}
function TopicRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('note', 'topic')} label={t('label.topic')} icon={<Lightbulb />} wide />
}
function SourceRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('note', 'source')} label={t('label.source')} icon={<BookMarked />} wide />
}

function BodyOfNoteRow() {
  const { t } = useTranslation('fields')
  return (
    <RecordRow
      field={useField('note', 'meetingBody')}
      label={t('label.meetingBody')}
      icon={<Landmark />}
      wanted={{ kinds: ['contact'], contactTypes: ['body'] }}
      creates={{ kind: 'contact', contactType: 'body' }}
    />
  )
}

const primary: readonly FormRow[] = [
  { label: 'noteType', fields: [], row: <TypeRow /> },
  { label: 'date', fields: ['date'], row: <DateOfNoteRow /> },
  { label: 'countries', fields: ['countries'], row: <CountriesOfNoteRow /> },
  { label: 'topic', fields: ['topic'], row: <TopicRow /> },
  { label: 'source', fields: ['source'], row: <SourceRow /> },
  { label: 'meetingBody', fields: ['meetingBody'], row: <BodyOfNoteRow /> },
  { label: 'classification', fields: [], row: <ClassificationRow /> },
  { label: 'tags', fields: ['tags'], row: <TagsRow /> },
]

export const NoteForm = () => <PropertiesForm primary={primary} more={[]} />
