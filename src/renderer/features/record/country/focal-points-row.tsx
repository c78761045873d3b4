import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FocalPoint } from '../../../../shared/model/country.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { Field } from '../../../ui/field.tsx'
import { DateCell, RecordCell, TextCell } from '../controls/cells.tsx'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import { emptyFocalPoint } from './add-focal-point.ts'
import { Part } from '../properties/part.tsx'
import { partOf, useField } from '../properties/use-field.ts'
import { Warning } from '../properties/warning.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'

const people = { kinds: ['contact' as const], contactTypes: ['person' as const] }
const aPerson = { kind: 'contact', contactType: 'person' } as const

/** Who speaks for the country on what, by which letter. */
export function FocalPointsRow({ icon }: { readonly icon: ReactNode }) {
  const { t } = useTranslation(['record', 'fields'])
  const label = t('fields:label.focalPoints')
  const word = (part: keyof FocalPoint) => t(`fields:part.${part}`).toLowerCase()
  const read = (point: FocalPoint) =>
    [
      point.topic,
      point.designatedBy && `${t('fields:part.designatedBy')} ${point.designatedBy}`,
      formatDate(point.designatedOn),
      point.alternate && `${t('fields:part.alternate')} ${point.alternate}`,
      point.until && `${t('fields:part.until')} ${formatDate(point.until)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Field label={label} icon={icon} wide>
      <RowEditor
        label={label}
        field={useField('country', 'focalPoints')}
        empty={emptyFocalPoint}
        addLabel={t('add', { what: t('what.focalPoint') })}
        nameOf={(point, index) => point.person || t('rows.number', { number: index + 1 })}
        renderRead={(point) => (
          <>
            {point.person} <small>{read(point)}</small>
          </>
        )}
      >
        {(point) => (
          <>
            <Part className={`${rows.whole} ${rows.strong}`}>
              <RecordCell field={partOf(point, 'person')} label={t('fields:part.person')} wanted={people} creates={aPerson} />
            </Part>
            <span className={rows.inline}>
              <Part label={word('topic')}>
                <TextCell field={partOf(point, 'topic')} label={t('fields:part.topic')} />
              </Part>
              <Part label={word('designatedBy')}>
                <TextCell field={partOf(point, 'designatedBy')} label={t('fields:part.designatedBy')} />
              </Part>
              <Part label={word('designatedOn')}>
                <DateCell field={partOf(point, 'designatedOn')} label={t('fields:part.designatedOn')} />
              </Part>
              <Part label={word('alternate')}>
                <RecordCell field={partOf(point, 'alternate')} label={t('fields:part.alternate')} wanted={people} creates={aPerson} />
              </Part>
              <Part label={word('until')}>
                <DateCell field={partOf(point, 'until')} label={t('fields:part.until')} />
              </Part>
              {endsBeforeStart(point.value.designatedOn, point.value.until) && <Warning>{t('fields:warning.designation')}</Warning>}
            </span>
          </>
        )}
      </RowEditor>
    </Field>
  )
}
