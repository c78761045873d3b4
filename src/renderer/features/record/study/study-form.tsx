import { Barcode, CalendarClock, Fingerprint, Flag, Milestone, PenLine, ScanEye, TextQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { studyStages } from '../../../../shared/model/vocabulary.ts'
import { ClassificationRow } from '../properties/classification-row.tsx'
import type { FormRow } from '../properties/form.ts'
import { CountriesRow, RecordsRow } from '../properties/link-rows.tsx'
import { PropertiesForm } from '../properties/properties-form.tsx'
import { TagsRow } from '../properties/tags-row.tsx'
import { ChoiceRow, DateRow, LongTextRow, TextRow } from '../properties/text-rows.tsx'
import { useField } from '../properties/use-field.ts'
import { SourcesRow, VersionsRow } from './study-lists.tsx'

function StageRow() {
  const { t } = useTranslation('fields')
  return (
    <ChoiceRow field={useField('study', 'stage')} label={t('label.stage')} icon={<Milestone />} values={studyStages} group="studyStage" />
  )
}
function DeadlineRow() {
  const { t } = useTranslation('fields')
  return <DateRow field={useField('study', 'deadline')} label={t('label.deadline')} icon={<CalendarClock />} />
}
function PeopleRow({ of }: { readonly of: 'authors' | 'reviewers' }) {
  const { t } = useTranslation(['record', 'fields'])
  return (
    <RecordsRow
      field={useField('study', of)}
      label={t(`fields:label.${of}`)}
      icon={of === 'authors' ? <PenLine /> : <ScanEye />}
      wanted={{ kinds: ['contact'] }}
      creates={{ kind: 'contact', contactType: 'person' }}
      addLabel={t('add', { what: t(of === 'authors' ? 'what.author' : 'what.reviewer') })}
    />
  )
}
function CountriesOfStudyRow() {
  const { t } = useTranslation('fields')
  return <CountriesRow field={useField('study', 'countries')} label={t('label.countries')} icon={<Flag />} wide />
}
function AbstractRow() {
  const { t } = useTranslation('fields')
  return <LongTextRow field={useField('study', 'abstract')} label={t('label.abstract')} icon={<TextQuote />} />
}
function IsbnRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('study', 'isbn')} label={t('label.isbn')} icon={<Barcode />} />
}
function DoiRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('study', 'doi')} label={t('label.doi')} icon={<Fingerprint />} />
}

const primary: readonly FormRow[] = [
  { label: 'stage', fields: [], row: <StageRow /> },
  { label: 'deadline', fields: ['deadline'], row: <DeadlineRow /> },
  { label: 'authors', fields: ['authors'], row: <PeopleRow of="authors" /> },
  { label: 'reviewers', fields: ['reviewers'], row: <PeopleRow of="reviewers" /> },
  { label: 'countries', fields: ['countries'], row: <CountriesOfStudyRow /> },
  { label: 'abstract', fields: ['abstract'], row: <AbstractRow /> },
  { label: 'classification', fields: [], row: <ClassificationRow /> },
  { label: 'tags', fields: ['tags'], row: <TagsRow /> },
]
const more: readonly FormRow[] = [
  { label: 'versions', fields: ['versions'], row: <VersionsRow /> },
  { label: 'sources', fields: ['sources'], row: <SourcesRow /> },
  { label: 'isbn', fields: ['isbn'], row: <IsbnRow /> },
  { label: 'doi', fields: ['doi'], row: <DoiRow /> },
]

export const StudyForm = () => <PropertiesForm primary={primary} more={more} />
