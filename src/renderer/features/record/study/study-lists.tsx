/** A study's named versions and its sources. */
import { GitCommitVertical, Library } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/dates.ts'
import { Field } from '../../../ui/field.tsx'
import { DateCell, TextCell } from '../controls/cells.tsx'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import { Part } from '../properties/part.tsx'
import { partOf, useField } from '../properties/use-field.ts'

export function VersionsRow() {
  const { t } = useTranslation(['record', 'fields'])
  const label = t('fields:label.versions')
  return (
    <Field label={label} icon={<GitCommitVertical />} wide>
      <RowEditor
        label={label}
        field={useField('study', 'versions')}
        empty={{ name: '', date: '', remark: '' }}
        addLabel={t('add', { what: t('what.version') })}
        nameOf={(version, index) => version.name || t('rows.number', { number: index + 1 })}
        renderRead={(version) => (
          <>
            {version.name} <small>{[formatDate(version.date), version.remark].filter(Boolean).join(' · ')}</small>
          </>
        )}
      >
        {(version) => (
          <>
            <span className={rows.inline}>
              <Part>
                <TextCell field={partOf(version, 'name')} label={t('fields:part.name')} />
              </Part>
              <Part label={t('fields:part.date').toLowerCase()}>
                <DateCell field={partOf(version, 'date')} label={t('fields:part.date')} />
              </Part>
              <Part label={t('fields:part.remark').toLowerCase()}>
                <TextCell field={partOf(version, 'remark')} label={t('fields:part.remark')} />
              </Part>
            </span>
          </>
        )}
      </RowEditor>
    </Field>
  )
}

export function SourcesRow() {
  const { t } = useTranslation(['record', 'fields'])
  const label = t('fields:label.sources')
  return (
    <Field label={label} icon={<Library />} wide>
      <RowEditor
        label={label}
        field={useField('study', 'sources')}
        empty=""
        addLabel={t('add', { what: t('what.source') })}
        nameOf={(source, index) => source || t('rows.number', { number: index + 1 })}
        renderRead={(source) => source}
      >
        {(source) => (
          <Part className={rows.whole}>
            <TextCell field={source} label={t('fields:part.source')} />
          </Part>
        )}
      </RowEditor>
    </Field>
  )
}
