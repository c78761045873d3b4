import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateRange, localDay } from '../../i18n/dates.ts'
import { useCountryWords } from '../../parts/countries/country-options.ts'
import type { RowWords } from './row-facts.ts'

/** The local day of an instant, as a full date. */
export const dayOf = (instant: string): string => (Number.isNaN(Date.parse(instant)) ? '' : localDay(new Date(instant)))

/** Dates, names and words of rows in the reader's language. */
export function useRowWords(): RowWords {
  const { t } = useTranslation('lists')
  const countries = useCountryWords()
  return useMemo(
    () => ({
      t,
      date: (partial) => formatDate(partial),
      day: (instant) => formatDate(dayOf(instant)),
      range: (start, end, year) => formatDateRange(start, end, { year }),
      countryName: (code) => countries.nameOf(code),
      alpha2: (code) => countries.alpha2Of(code),
    }),
    [t, countries],
  )
}
