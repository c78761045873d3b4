import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenRecords } from '../../../store/records.ts'
import { issuesOf, shownValue } from '../../../store/records/open-record.ts'
import { FieldList } from '../../../ui/field.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { commonRows } from './common-rows.tsx'
import { isFilled, type FormRow } from './form.ts'
import { useRecordScope } from './record-scope.ts'
import { RecordStamp } from './record-stamp.tsx'
import styles from './properties-form.module.css'

const Rows = ({ rows }: { readonly rows: readonly FormRow[] }) => (
  <FieldList>
    {rows.map(({ label, row }) => (
      <Fragment key={label}>{row}</Fragment>
    ))}
  </FieldList>
)

/** The labels of the rows that hold something, and whether one of them holds something that was refused. */
function useFolded(rows: readonly FormRow[]) {
  const { id } = useRecordScope()
  const { t } = useTranslation('fields')
  const filled = useOpenRecords((records) => {
    const entry = records[id]
    return entry
      ? rows
          .filter(({ fields }) => fields.some((field) => isFilled(shownValue(entry, field))))
          .map(({ label }) => label)
          .join(' ')
      : ''
  })
  const refused = useOpenRecords((records) => {
    const entry = records[id]
    return entry ? rows.some(({ fields }) => fields.some((field) => issuesOf(entry, field).length > 0)) : false
  })
  const names = filled === '' ? [] : filled.split(' ').map((label) => t(`label.${label}`))
  return { names, refused }
}

export interface PropertiesFormProps {
  readonly primary: readonly FormRow[]
  readonly more: readonly FormRow[]
}

/** All properties of a record: the usual ones, then a fold that says what is in it. */
export function PropertiesForm({ primary, more }: PropertiesFormProps) {
  const { t } = useTranslation('record')
  const [open, setOpen] = useState(false)
  const folded = [...more, ...commonRows]
  const { names, refused } = useFolded(folded)
  // a refused value must not hide in the fold
  return (
    <div data-properties className={styles.form}>
      <Rows rows={primary} />
      <Fold label={t('more')} summary={names.join(', ')} open={open || refused} onOpenChange={setOpen}>
        <Rows rows={folded} />
        <RecordStamp />
      </Fold>
    </div>
  )
}
