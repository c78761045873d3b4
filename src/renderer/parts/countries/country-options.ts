/** The countries to choose from, loaded once for all pickers and again when a country's record changes. */
import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { client } from '../../api/client.ts'
import { i18n } from '../../i18n/index.ts'
import { onRecordsChange } from '../../store/apply-changes.ts'
import { countryName } from './country-names.ts'

const none: readonly CountryOption[] = []
const useOptions = create<{ readonly options: readonly CountryOption[] }>(() => ({ options: none }))

let loading: Promise<readonly CountryOption[]> | undefined

/** The options; the first call asks the host. @throws AppError */
export function loadCountries(): Promise<readonly CountryOption[]> {
  loading ??= client.call('countries.options', {}).then(
    (options) => {
      useOptions.setState({ options })
      return options
    },
    (error: unknown) => {
      // the next picker asks again
      loading = undefined
      throw error
    },
  )
  return loading
}

onRecordsChange((change) => {
  const concerned = change.everything || change.removed.length > 0 || change.upserted.some(({ kind }) => kind === 'country')
  if (!concerned || !loading) return
  loading = undefined
  void refresh()
})

async function refresh() {
  try {
    await loadCountries()
  } catch {
    // what was loaded before stays; the lost connection shows itself
    loading = undefined
  }
}

/** Empty until they are there; `wanted` false: nobody asks for them yet. */
export function useCountries(wanted = true): readonly CountryOption[] {
  useEffect(() => {
    if (wanted) void refresh()
  }, [wanted])
  return useOptions((state) => state.options)
}

/** The language in which country names are shown. */
export const countryLanguage = (): 'en' | 'ru' | 'kk' => (i18n.language === 'ru' || i18n.language === 'kk' ? i18n.language : 'en')

export interface CountryWords {
  /** The short name in the reader's language; the code while names are not known. */
  nameOf(code: string): string
  /** For the flag; empty when not known. */
  alpha2Of(code: string): string
}

/** Names and flags by code, for rows. */
export function useCountryWords(): CountryWords {
  const options = useCountries()
  const language = countryLanguage()
  return useMemo(() => {
    const byCode = new Map(options.map((option) => [option.code, option]))
    return {
      nameOf: (code) => {
        const option = byCode.get(code)
        return option ? countryName(option, language) : code
      },
      alpha2Of: (code) => byCode.get(code)?.alpha2 ?? '',
    }
  }, [options, language])
}
