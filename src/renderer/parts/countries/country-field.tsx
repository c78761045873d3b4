import { useTranslation } from 'react-i18next'
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Flag } from '../../ui/flag.tsx'
import { countryName, matchCountries } from './country-names.ts'
import { countryLanguage, loadCountries, useCountries } from './country-options.ts'

/** As many as are worth reading; typing narrows. */
const SHOWN = 40

export interface CountryFieldProps {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
  /** ISO 3166-1 alpha-3; null for none. */
  readonly value: string | null
  readonly onChange: (option: CountryOption | null) => void
  readonly autoFocus?: boolean | undefined
  /** Says of which countries there is a record already. */
  readonly marksRecords?: boolean | undefined
}

/** One country by its name in any language, a former name or a code. */
export function CountryField({ value, onChange, marksRecords, ...rest }: CountryFieldProps) {
  const { t } = useTranslation('new-record')
  const options = useCountries()
  const language = countryLanguage()
  const chosen = options.find(({ code }) => code === value)
  return (
    <Combobox
      {...rest}
      value={chosen ? countryName(chosen, language) : (value ?? '')}
      load={async (text) =>
        matchCountries(await loadCountries(), text, language)
          .slice(0, SHOWN)
          .map((option) => ({
            value: option.code,
            label: countryName(option, language),
            detail: !marksRecords || option.recordId === null ? option.code : `${option.code} · ${t('countryExists')}`,
            icon: <Flag alpha2={option.alpha2} />,
          }))
      }
      onChange={(_, option) => onChange(option ? (options.find(({ code }) => code === option.value) ?? null) : null)}
    />
  )
}
