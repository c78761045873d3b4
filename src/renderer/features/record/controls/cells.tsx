/** Controls inside a row of a list: the same as in a row of properties, with the label as the placeholder. */
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../ui/class-names.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { useOptions } from '../properties/text-rows.tsx'
import type { FieldHandle } from '../properties/use-field.ts'
import { CountryPicker } from './country-picker.tsx'
import type { Creatable } from './create-linked.ts'
import { FieldWithMark } from './field-with-mark.tsx'
import { languageName, languageOptions } from './languages.ts'
import { LineField } from './line-field.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { QuietSelect } from './quiet-select.tsx'
import { recordOptions, type Wanted } from '../../../parts/records/record-options.tsx'
import styles from './cells.module.css'

interface CellProps<T> {
  readonly field: FieldHandle<T>
  readonly label: string
  readonly className?: string | undefined
}

export function TextCell({ field, label, className }: CellProps<string>) {
  return (
    <LineField className={className} label={label} placeholder={label} value={field.value} error={field.problemAt()} onChange={field.set} />
  )
}

/** `named`: what the date is stands before it once it is given, as "since 2013". */
export function DateCell({ field, label, className, named }: CellProps<string> & { readonly named?: boolean | undefined }) {
  return (
    <span className={classNames(styles.date, className)}>
      {named && field.value !== '' && <small aria-hidden="true">{label.toLowerCase()}</small>}
      <PartialDateField
        label={label}
        hideLabel
        bare
        placeholder={label}
        value={field.value}
        error={field.problemAt()}
        onChange={field.set}
      />
    </span>
  )
}

export function CountryCell({ field, label }: CellProps<string>) {
  return <CountryPicker label={label} placeholder={label} value={field.value} error={field.problemAt()} onChange={field.set} />
}

export function CheckCell({ field, label, className }: CellProps<boolean>) {
  return <Checkbox className={className} label={label} checked={field.value} onChange={field.set} />
}

export function ChoiceCell<T extends string>({
  field,
  label,
  className,
  values,
  group,
}: CellProps<T> & { readonly values: readonly T[]; readonly group: string }) {
  return (
    <QuietSelect
      className={className}
      label={label}
      value={field.value}
      options={useOptions(values, group)}
      error={field.problemAt()}
      onChange={field.set}
    />
  )
}

/** A name that may be a record's: the mark beside it opens the record or says that there is none. */
export function RecordCell({
  field,
  label,
  className,
  wanted,
  creates,
}: CellProps<string> & { readonly wanted: Wanted; readonly creates?: Creatable | undefined }) {
  return (
    <FieldWithMark name={field.value} creates={creates}>
      <Combobox
        className={className ?? styles.grow}
        label={label}
        hideLabel
        bare
        freeText
        placeholder={label}
        value={field.value}
        error={field.problemAt()}
        load={(text) => recordOptions(text, wanted)}
        onChange={field.set}
      />
    </FieldWithMark>
  )
}

export function LanguageCell({ field, label, className }: CellProps<string>) {
  return (
    <Combobox
      className={className}
      label={label}
      hideLabel
      bare
      freeText
      placeholder={label}
      value={languageName(field.value)}
      error={field.problemAt()}
      load={(text) => Promise.resolve(languageOptions(text))}
      onChange={field.set}
    />
  )
}

/** A word of a few that are offered; any other may be typed. */
export function WordCell({
  field,
  label,
  className,
  words,
  group,
}: CellProps<string> & { readonly words: readonly string[]; readonly group: string }) {
  const { t } = useTranslation('fields')
  const named = words.map((value) => {
    const key: string = `${group}.${value}`
    return { value, label: t(key) }
  })
  return (
    <Combobox
      className={className}
      label={label}
      hideLabel
      bare
      freeText
      placeholder={label}
      value={named.find((word) => word.value === field.value)?.label ?? field.value}
      error={field.problemAt()}
      load={(text) => Promise.resolve(named.filter((word) => word.label.toLowerCase().startsWith(text.trim().toLowerCase())))}
      onChange={field.set}
    />
  )
}
