import { Sigma } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../ui/field.tsx'
import { TextCell } from '../controls/cells.tsx'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import { Part } from '../properties/part.tsx'
import { partOf, useField } from '../properties/use-field.ts'

/** Figures that a source states, such as "about 300 participants"; they are not counted from the rows. */
export function StatedFiguresRow() {
  const { t } = useTranslation(['record', 'fields'])
  const label = t('fields:label.statedFigures')
  return (
    <Field label={label} icon={<Sigma />} wide>
      <RowEditor
        label={label}
        field={useField('meeting', 'statedFigures')}
        empty={{ label: '', value: '', source: '' }}
        addLabel={t('add', { what: t('what.figure') })}
        nameOf={(figure, index) => figure.label || t('rows.number', { number: index + 1 })}
        renderRead={(figure) => (
          <>
            {figure.label}: {figure.value} <small>{figure.source}</small>
          </>
        )}
      >
        {(figure) => (
          <>
            <Part label={t('fields:part.figure').toLowerCase()}>
              <TextCell field={partOf(figure, 'label')} label={t('fields:part.figure')} />
            </Part>
            <Part label={t('fields:part.value').toLowerCase()}>
              <TextCell field={partOf(figure, 'value')} label={t('fields:part.value')} />
            </Part>
            <Part className={rows.whole} label={t('fields:part.source').toLowerCase()}>
              <TextCell field={partOf(figure, 'source')} label={t('fields:part.source')} />
            </Part>
          </>
        )}
      </RowEditor>
    </Field>
  )
}
