/** ISO 3166-1 codes with protocol names; how the file is made stands in scripts/build-countries.ts. */
import reference from '../../../../resources/countries.json' with { type: 'json' }

type Names = Readonly<Record<'en' | 'ru' | 'kk', string>>

export interface CountryReference {
  /** ISO 3166-1 alpha-3. */
  readonly code: string
  /** ISO 3166-1 alpha-2 in lower case, as flag files are named. */
  readonly alpha2: string
  readonly numeric: string
  readonly shortNames: Names
  /** Empty where the reviewed table has none. */
  readonly formalNames: Names
  /** Former and informal names. */
  readonly otherNames: readonly string[]
}

export const countryReference: readonly CountryReference[] = reference
