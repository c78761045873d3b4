/** Rows of properties that name other records, countries, words and languages. */
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../ui/chip.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Field } from '../../../ui/field.tsx'
import { ChipList } from '../controls/chip-list.tsx'
import { CountriesPicker, CountryLabel, CountryPicker } from '../controls/country-picker.tsx'
import type { Creatable } from '../controls/create-linked.ts'
import { LinkChip } from '../controls/link-chip.tsx'
import { recordOptions, type Wanted } from '../../../parts/records/record-options.tsx'
import { RecordPicker } from '../controls/record-picker.tsx'
import { WordAdder } from '../controls/word-adder.tsx'
import type { RowProps } from './text-rows.tsx'
import type { FieldHandle } from './use-field.ts'
import { Value } from './value.tsx'

/** The first sentence about a list as a whole or about any of its items. */
export const listProblem = (field: Pick<FieldHandle<string[]>, 'value' | 'problemAt'>): string | undefined =>
  field.problemAt() ?? field.value.map((_, index) => field.problemAt(String(index))).find(Boolean)

interface LinkRowProps {
  readonly wanted: Wanted
  readonly creates?: Creatable | undefined
}

export function RecordRow({ field, label, icon, wide, wanted, creates }: RowProps<string> & LinkRowProps) {
  const chip = field.value ? <LinkChip name={field.value} /> : <Value>{''}</Value>
  return (
    <Field label={label} icon={icon} wide={wide}>
      {field.locked ? (
        chip
      ) : (
        <RecordPicker label={label} value={field.value} onChange={field.set} wanted={wanted} creates={creates} error={field.problemAt()} />
      )}
    </Field>
  )
}

export function RecordsRow({
  field,
  label,
  icon,
  wanted,
  creates,
  addLabel,
}: RowProps<string[]> & LinkRowProps & { readonly addLabel: string }) {
  const { value, set, locked } = field
  return (
    <Field label={label} icon={icon} wide>
      {locked && value.length === 0 && <Value>{''}</Value>}
      <ChipList
        label={label}
        addLabel={addLabel}
        locked={locked}
        error={listProblem(field)}
        chips={value.map((name) => (
          <LinkChip
            key={name}
            name={name}
            creates={creates}
            onRemove={locked ? undefined : () => set(value.filter((other) => other !== name))}
          />
        ))}
        renderAdder={() => (
          <Combobox
            label={addLabel}
            hideLabel
            freeText
            autoFocus
            value=""
            load={(text) => recordOptions(text, wanted)}
            onChange={(name) => {
              if (name && !value.includes(name)) set([...value, name])
            }}
          />
        )}
      />
    </Field>
  )
}

export function CountryRow({ field, label, icon }: RowProps<string>) {
  return (
    <Field label={label} icon={icon}>
      {!field.locked && <CountryPicker flush label={label} value={field.value} onChange={field.set} error={field.problemAt()} />}
      {field.locked && (field.value ? <CountryLabel code={field.value} /> : <Value>{''}</Value>)}
    </Field>
  )
}

export function CountriesRow({ field, label, icon, wide }: RowProps<string[]>) {
  return (
    <Field label={label} icon={icon} wide={wide}>
      {field.locked && field.value.length === 0 && <Value>{''}</Value>}
      <CountriesPicker label={label} values={field.value} onChange={field.set} locked={field.locked} error={listProblem(field)} />
    </Field>
  )
}

/** Words of one's own: other names, tags. `clean` makes what was typed into a word that can be saved. */
export function WordsRow({
  field,
  label,
  icon,
  wide,
  addLabel,
  clean,
  load,
}: RowProps<string[]> & {
  readonly addLabel: string
  readonly clean?: ((word: string) => string) | undefined
  /** Words that are in use already, to choose from. */
  readonly load?: ((text: string) => Promise<readonly string[]>) | undefined
}) {
  const { t } = useTranslation('record')
  const { value, set, locked } = field
  const add = (typed: string) => {
    const word = clean ? clean(typed) : typed
    if (word && !value.includes(word)) set([...value, word])
  }
  return (
    <Field label={label} icon={icon} wide={wide}>
      {locked && value.length === 0 && <Value>{''}</Value>}
      <ChipList
        label={label}
        addLabel={addLabel}
        locked={locked}
        error={listProblem(field)}
        chips={value.map((word) => (
          <Chip
            key={word}
            onRemove={locked ? undefined : () => set(value.filter((other) => other !== word))}
            removeLabel={t('remove', { name: word })}
          >
            {word}
          </Chip>
        ))}
        renderAdder={() =>
          load ? (
            <Combobox
              label={addLabel}
              hideLabel
              freeText
              autoFocus
              value=""
              load={async (text) => (await load(text)).map((word) => ({ value: word, label: word }))}
              onChange={add}
            />
          ) : (
            <WordAdder label={addLabel} onAdd={add} />
          )
        }
      />
    </Field>
  )
}
