import { useTranslation } from 'react-i18next'
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { fold } from '../../../shared/text/fold.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Flag } from '../../ui/flag.tsx'
import { useCountries } from '../../api/use-countries.ts'

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

/** Options whose name, other name or code begins a word with the text; those that begin with it first. */
export function matchingCountries(options: readonly CountryOption[], text: string): CountryOption[] {
  const wanted = fold(text.trim())
  if (wanted === '') return [...options]
  const rank = ({ code, alpha2, names, formalNames, otherNames }: CountryOption): number => {
    if ([code, alpha2].some((known) => known.toLowerCase() === wanted)) return 0
    const all = [names.en, names.ru, names.kk, formalNames.en, formalNames.ru, formalNames.kk, ...otherNames].map(fold)
    if (all.some((name) => name.startsWith(wanted))) return 1
    return all.some((name) => name.includes(` ${wanted}`)) ? 2 : 3
  }
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}

/** One country by its name in any language, a former name or a code. */
export function CountryField({ value, onChange, marksRecords, ...rest }: CountryFieldProps) {
  const { t } = useTranslation('new-record')
  const { options } = useCountries()
  const chosen = options.find(({ code }) => code === value)
  return (
    <Combobox
      {...rest}
      value={chosen?.names.en ?? value ?? ''}
      load={async (text) =>
        matchingCountries(options, text)
          .slice(0, SHOWN)
          .map(({ code, alpha2, names, recordId }) => ({
            value: code,
            label: names.en,
            detail: !marksRecords || recordId === null ? code : `${code} · ${t('countryExists')}`,
            icon: <Flag alpha2={alpha2} />,
          }))
      }
      onChange={(_, option) => onChange(option ? (options.find(({ code }) => code === option.value) ?? null) : null)}
    />
  )
}
