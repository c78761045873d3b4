/** The rows that every kind has, at the end of the fold. */
import { Archive, BookType, Languages, Send, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../ui/field.tsx'
import { LanguageCell, RecordCell } from '../controls/cells.tsx'
import { languageName } from '../controls/languages.ts'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import type { FormRow } from './form.ts'
import { LanguageRow } from './language-rows.tsx'
import { WordsRow } from './link-rows.tsx'
import { Part } from './part.tsx'
import styles from './properties-form.module.css'
import { useRecordScope } from './record-scope.ts'
import { TextRow } from './text-rows.tsx'
import { partOf, useField } from './use-field.ts'

function AliasesRow() {
  const { t } = useTranslation(['record', 'fields'])
  const clean = (word: string) => word.replace(/\s+/gu, ' ').trim()
  return (
    <WordsRow
      wide
      field={useField('note', 'aliases')}
      label={t('fields:label.aliases')}
      icon={<BookType />}
      addLabel={t('add', { what: t('what.alias') })}
      clean={clean}
    />
  )
}

function DistributionRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('note', 'distribution')} label={t('label.distribution')} icon={<Send />} />
}

function RecordLanguageRow() {
  const { t } = useTranslation('fields')
  return <LanguageRow field={useField('note', 'language')} label={t('label.language')} icon={<Languages />} />
}

function AuthenticLanguageRow() {
  const { t } = useTranslation('fields')
  return <LanguageRow field={useField('note', 'authenticLanguage')} label={t('label.authenticLanguage')} icon={<Star />} />
}

function LanguageVersionsRow() {
  const { t } = useTranslation(['record', 'fields'])
  const { kind } = useRecordScope()
  const field = useField('note', 'languageVersions')
  return (
    <Field label={t('fields:label.languageVersions')} icon={<Languages />} wide>
      <RowEditor
        label={t('fields:label.languageVersions')}
        field={field}
        empty={{ language: '', record: '' }}
        addLabel={t('add', { what: t('what.languageVersion') })}
        nameOf={(row, index) => languageName(row.language) || t('rows.number', { number: index + 1 })}
        renderRead={(row) => `${languageName(row.language)}: ${row.record}`}
      >
        {(row) => (
          <>
            <Part>
              <LanguageCell field={partOf(row, 'language')} label={t('fields:part.language')} />
            </Part>
            <Part className={rows.wide} label={t('fields:part.record').toLowerCase()}>
              <RecordCell
                field={partOf(row, 'record')}
                label={t('fields:part.record')}
                wanted={{ kinds: [kind] }}
                creates={kind === 'country' ? undefined : { kind }}
              />
            </Part>
          </>
        )}
      </RowEditor>
    </Field>
  )
}

/** Properties of imported files that Rapporteur keeps and writes back, and does not edit. */
function ExtraRow() {
  const { t } = useTranslation(['record', 'fields'])
  const { value } = useField('note', 'extra')
  const entries = Object.entries(value)
  if (entries.length === 0) return null
  return (
    <Field label={t('fields:label.extra')} icon={<Archive />} wide>
      <div>
        <small>{t('extra.hint')}</small>
        <dl className={styles.extra}>
          {entries.map(([key, content]) => (
            <div key={key} className={styles.pair}>
              <dt>{key}</dt>
              <dd>{typeof content === 'string' ? content : JSON.stringify(content)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Field>
  )
}

export const commonRows: readonly FormRow[] = [
  { label: 'aliases', fields: ['aliases'], row: <AliasesRow /> },
  { label: 'distribution', fields: ['distribution'], row: <DistributionRow /> },
  { label: 'language', fields: ['language'], row: <RecordLanguageRow /> },
  { label: 'languageVersions', fields: ['languageVersions'], row: <LanguageVersionsRow /> },
  { label: 'authenticLanguage', fields: ['authenticLanguage'], row: <AuthenticLanguageRow /> },
  { label: 'extra', fields: ['extra'], row: <ExtraRow /> },
]
