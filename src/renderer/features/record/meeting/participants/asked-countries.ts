/** What stands under Country in pasted rows and is the name of none: asked about, as unknown names are. Pure. */
import type { CountryOption } from '../../../../../shared/contract/lists.ts'
import { countriesAlike } from '../../../../parts/countries/country-names.ts'
import type { PastePlan } from './paste-plan.ts'
import type { PastedRow } from './pasted-participants.ts'

export interface AskedCountry {
  readonly text: string
  /** Spelt nearly so, the nearest first. */
  readonly alike: readonly CountryOption[]
  /** In how many rows it stands. */
  readonly rows: number
}

/** Codes by what was written; what is not there is kept as the organisation. */
export type ChosenCountries = ReadonlyMap<string, string>

export function askedCountries(rows: readonly PastedRow[], options: readonly CountryOption[]): AskedCountry[] {
  const counts = new Map<string, number>()
  for (const { unknownCountry: text } of rows) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  return Array.from(counts, ([text, count]) => ({ text, alike: countriesAlike(options, text), rows: count }))
}

/** The only country that is spelt nearly so is proposed; of two, none is. */
export const proposedCountries = (asked: readonly AskedCountry[]): ChosenCountries =>
  new Map(asked.flatMap(({ text, alike: [first, second] }) => (first && !second ? [[text, first.code] as const] : [])))

function withChosen(row: PastedRow, chosen: ChosenCountries): PastedRow {
  const country = chosen.get(row.unknownCountry)
  if (country === undefined) return row
  const { participant, unknownCountry } = row
  const { organisation } = participant.represents
  const represents = { country, organisation: organisation === unknownCountry ? '' : organisation }
  return { ...row, participant: { ...participant, represents } }
}

/** The plan with the countries that were chosen. */
export const withCountries = (plan: PastePlan, chosen: ChosenCountries): PastePlan => ({
  ...plan,
  rows: plan.rows.map((row) => withChosen(row, chosen)),
  asked: plan.asked.map((asked) => ({ ...asked, row: withChosen(asked.row, chosen) })),
})
