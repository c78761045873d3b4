/** Rows of properties that hold text, dates, times and choices. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/dates.ts'
import { Field } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { LineField } from '../controls/line-field.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { QuietSelect } from '../controls/quiet-select.tsx'
import controls from '../controls/controls.module.css'
import { Value } from './value.tsx'
import type { FieldHandle } from './use-field.ts'

export interface RowProps<T> {
  readonly field: FieldHandle<T>
  readonly label: string
  readonly icon?: ReactNode
  readonly wide?: boolean | undefined
}

export function TextRow({ field, label, icon, wide }: RowProps<string>) {
  return (
    <Field label={label} icon={icon} wide={wide}>
      {field.locked ? (
        <Value>{field.value}</Value>
      ) : (
        <LineField
          className={controls.flush}
          label={label}
          placeholder="—"
          value={field.value}
          error={field.problemAt()}
          onChange={field.set}
        />
      )}
    </Field>
  )
}

export function LongTextRow({ field, label, icon }: RowProps<string>) {
  return (
    <Field label={label} icon={icon} wide>
      {field.locked ? (
        <Value>{field.value}</Value>
      ) : (
        <TextArea
          className={`${controls.flush} ${controls.line}`}
          label={label}
          hideLabel
          bare
          rows={1}
          placeholder="—"
          value={field.value}
          error={field.problemAt()}
          onChange={field.set}
        />
      )}
    </Field>
  )
}

export function DateRow({ field, label, icon, wide }: RowProps<string>) {
  return (
    <Field label={label} icon={icon} wide={wide}>
      {field.locked ? (
        <Value>{formatDate(field.value, { month: 'long' })}</Value>
      ) : (
        <PartialDateField
          className={controls.flush}
          label={label}
          hideLabel
          bare
          placeholder="—"
          value={field.value}
          error={field.problemAt()}
          onChange={field.set}
        />
      )}
    </Field>
  )
}

/** `group` names the enumeration's words in fields.json; the empty value is its `unset`. */
export function useOptions<T extends string>(values: readonly T[], group: string) {
  const { t } = useTranslation('fields')
  return values.map((value) => {
    const key: string = `${group}.${value === '' ? 'unset' : value}`
    return { value, label: t(key) }
  })
}

export function ChoiceRow<T extends string>({
  field,
  label,
  icon,
  wide,
  values,
  group,
}: RowProps<T> & { readonly values: readonly T[]; readonly group: string }) {
  const options = useOptions(values, group)
  return (
    <Field label={label} icon={icon} wide={wide}>
      {field.locked ? (
        <Value>{options.find((option) => option.value === field.value)?.label ?? field.value}</Value>
      ) : (
        <QuietSelect
          className={controls.choice}
          label={label}
          value={field.value}
          options={options}
          error={field.problemAt()}
          onChange={field.set}
        />
      )}
    </Field>
  )
}
