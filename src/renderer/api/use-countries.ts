import { useMemo } from 'react'
import type { CountryOption } from '../../shared/contract/lists.ts'
import { useQuery } from './use-query.ts'

export interface Countries {
  readonly options: readonly CountryOption[]
  /** The name in the reader's language; the code while names are not known. */
  nameOf(code: string): string
  /** For the flag; empty when not known. */
  alpha2Of(code: string): string
}

/** Names and flags of countries: the workspace's own names where it has them. */
export function useCountries(): Countries {
  const { data } = useQuery('countries.options', {}, { dependsOn: 'records', kinds: ['country'] })
  return useMemo(() => {
    const byCode = new Map((data ?? []).map((option) => [option.code, option]))
    return {
      options: data ?? [],
      nameOf: (code) => byCode.get(code)?.names.en ?? code,
      alpha2Of: (code) => byCode.get(code)?.alpha2 ?? '',
    }
  }, [data])
}
