import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountryWords } from '../countries/country-options.ts'
import type { ValueWords } from './readable-value.ts'

/** The words in which values of fields are shown. */
export function useValueWords(): ValueWords {
  const { t } = useTranslation('fields')
  const { nameOf } = useCountryWords()
  return useMemo(() => ({ t, country: nameOf }), [t, nameOf])
}
