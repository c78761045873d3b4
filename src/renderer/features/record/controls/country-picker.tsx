import { useTranslation } from 'react-i18next'
import { Chip } from '../../../ui/chip.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Combobox, type ComboboxOption } from '../../../ui/combobox.tsx'
import { Flag } from '../../../ui/flag.tsx'
import { followLink } from '../../../parts/places/place-link.tsx'
import { recordAddress } from '../../../store/navigation.ts'
import { ChipList } from './chip-list.tsx'
import { countryName, matchCountries } from '../../../parts/countries/country-names.ts'
import { countryLanguage, loadCountries, useCountries } from '../../../parts/countries/country-options.ts'
import styles from './controls.module.css'

const MOST = 50

/** Countries of which a name begins so, as options of a combobox. */
export async function countryOptions(text: string): Promise<readonly ComboboxOption[]> {
  const language = countryLanguage()
  return matchCountries(await loadCountries(), text, language)
    .slice(0, text.trim() === '' ? undefined : MOST)
    .map((option) => ({
      value: option.code,
      label: countryName(option, language),
      detail: option.code,
      icon: <Flag alpha2={option.alpha2} />,
    }))
}

/** A country's flag and short name, for reading. */
export function CountryLabel({ code }: { readonly code: string }) {
  const option = useCountries().find((candidate) => candidate.code === code)
  return (
    <span className={styles.country}>
      {option && <Flag alpha2={option.alpha2} />}
      {option ? countryName(option, countryLanguage()) : code}
    </span>
  )
}

export interface CountryPickerProps {
  readonly label: string
  /** ISO 3166-1 alpha-3, or empty. */
  readonly value: string
  readonly onChange: (code: string) => void
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
  /** Its text stands where plain text would stand. */
  readonly flush?: boolean | undefined
}

/** One country; any name of it in English, Russian or Kazakh finds it. */
export function CountryPicker({ label, value, onChange, error, placeholder = '—', flush }: CountryPickerProps) {
  const option = useCountries().find((candidate) => candidate.code === value)
  return (
    <span className={classNames(styles.countryPicker, option && !flush && styles.inset)}>
      {option && <Flag alpha2={option.alpha2} />}
      <Combobox
        className={flush || option ? styles.flush : styles.control}
        label={label}
        hideLabel
        bare
        value={option ? countryName(option, countryLanguage()) : value}
        error={error}
        placeholder={placeholder}
        load={countryOptions}
        onChange={onChange}
      />
    </span>
  )
}

export interface CountriesPickerProps {
  readonly label: string
  readonly values: readonly string[]
  readonly onChange: (codes: string[]) => void
  readonly locked: boolean
  readonly error?: string | undefined
}

/** Several countries, in the order they were added. */
export function CountriesPicker({ label, values, onChange, locked, error }: CountriesPickerProps) {
  const { t } = useTranslation('record')
  const options = useCountries()
  const addLabel = t('add', { what: t('what.country') })
  return (
    <ChipList
      label={label}
      addLabel={addLabel}
      locked={locked}
      error={error}
      chips={values.map((code) => {
        const option = options.find((candidate) => candidate.code === code)
        const name = option ? countryName(option, countryLanguage()) : code
        const address = option?.recordId ? recordAddress('country', option.recordId) : undefined
        return (
          <Chip
            key={code}
            icon={option && <Flag alpha2={option.alpha2} />}
            href={address}
            onOpen={address === undefined ? undefined : (event) => followLink(event, address)}
            onRemove={locked ? undefined : () => onChange(values.filter((other) => other !== code))}
            removeLabel={t('remove', { name })}
          >
            {name}
          </Chip>
        )
      })}
      renderAdder={() => (
        <Combobox
          label={addLabel}
          hideLabel
          autoFocus
          value=""
          load={countryOptions}
          onChange={(code) => {
            if (code && !values.includes(code)) onChange([...values, code])
          }}
        />
      )}
    />
  )
}
