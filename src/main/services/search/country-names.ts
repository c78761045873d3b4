/** Names of countries as a search knows them: worked out when a query first asks, and again when a country changes. */
import type { CountryOption } from '../../../shared/contract/lists.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { countryCodes } from '../../../shared/search/country-codes.ts'
import type { Workspace } from '../../workspace/port.ts'
import { countryOptions } from '../countries/country-options.ts'
import { ownCountries } from '../countries/own-countries.ts'

export class CountryNames {
  readonly #workspace: Workspace
  readonly #heads: () => Iterable<HeadOf<'country'>>
  #of = ''
  #options: Promise<readonly CountryOption[]> | null = null

  /** `heads`: of the countries outside the trash. */
  constructor(workspace: Workspace, heads: () => Iterable<HeadOf<'country'>>) {
    this.#workspace = workspace
    this.#heads = heads
  }

  /** Which codes a name means. */
  async codes(): Promise<(name: string) => readonly string[]> {
    return countryCodes(await this.options())
  }

  /** Every country with its names, to choose from. */
  options(): Promise<readonly CountryOption[]> {
    const heads = this.#current()
    if (this.#options) return this.#options
    const reading = this.#read(heads)
    this.#options = reading
    // a disk that failed may be there again at the next question
    reading.catch(() => {
      if (this.#options === reading) this.#options = null
    })
    return reading
  }

  #current(): readonly HeadOf<'country'>[] {
    const heads = [...this.#heads()]
    const of = heads.map(({ id, rev }) => `${id} ${rev}`).join('\n')
    if (of === this.#of) return heads
    this.#of = of
    this.#options = null
    return heads
  }

  async #read(heads: readonly HeadOf<'country'>[]): Promise<readonly CountryOption[]> {
    return countryOptions(await ownCountries(this.#workspace, heads))
  }
}
