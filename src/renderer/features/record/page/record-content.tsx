import { Suspense, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyRecord } from '../../../../shared/model/record.ts'
import { classNames } from '../../../ui/class-names.ts'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { CountryOverview, MeetingProgramme, OrganisationOverview } from './overviews.ts'
import { ContactForm } from '../contact/contact-form.tsx'
import { CountryForm } from '../country/country-form.tsx'
import { MeetingForm } from '../meeting/meeting-form.tsx'
import { MinutesSections } from '../minutes/minutes-sections.tsx'
import { NoteForm } from '../note/note-form.tsx'
import { StudyForm } from '../study/study-form.tsx'
import styles from './page.module.css'
import { RecordBody } from './record-body.tsx'
import { TitleField } from './title-field.tsx'

export interface RecordContentProps {
  readonly record: AnyRecord
  readonly locked: boolean
  readonly titleField: RefObject<HTMLTextAreaElement | null>
  /** What the text is called. */
  readonly label: string
}

function CountryContent({ record, locked, titleField }: RecordContentProps & { readonly record: Extract<AnyRecord, { kind: 'country' }> }) {
  const { t } = useTranslation(['record', 'fields'])
  return (
    <article className={classNames(styles.article, styles.wide)}>
      <TitleField id={record.id} locked={locked} field={titleField} />
      <Suspense>
        <CountryOverview id={record.id} record={record} />
      </Suspense>
      <div className={styles.column}>
        <SectionTitle>{t('properties')}</SectionTitle>
        <CountryForm />
        <SectionTitle>{t('profile')}</SectionTitle>
        <RecordBody label={t('profile')} />
      </div>
    </article>
  )
}

/** The record's own part of the page, by its kind. */
export function RecordContent(props: RecordContentProps) {
  const { record, locked, titleField, label } = props
  if (record.kind === 'country') return <CountryContent {...props} record={record} />
  return (
    <article className={styles.article}>
      <TitleField id={record.id} locked={locked} field={titleField} />
      {record.kind === 'contact' && <ContactForm />}
      {record.kind === 'meeting' && <MeetingForm />}
      {record.kind === 'note' && <NoteForm />}
      {record.kind === 'study' && <StudyForm />}
      {record.kind === 'meeting' && <MinutesSections id={record.id} />}
      {record.kind === 'meeting' && (
        <Suspense>
          <MeetingProgramme record={record} />
        </Suspense>
      )}
      {record.kind === 'contact' && record.contactType !== 'person' && (
        <Suspense>
          <OrganisationOverview id={record.id} isBody={record.contactType === 'body'} />
        </Suspense>
      )}
      <RecordBody label={label} />
    </article>
  )
}
