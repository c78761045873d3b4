/** Countries: what there is to choose from, and the page that assembles itself. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import { AppError } from '../../../shared/errors.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { countryOptions } from './country-options.ts'
import { countryPage } from './country-page.ts'
import { ownCountries } from './own-countries.ts'

type CountriesMethods = Pick<typeof listMethods, 'countries.options' | 'countries.page'>

export function countriesService({ session }: ServiceContext): Service<CountriesMethods> {
  return {
    'countries.options': () =>
      session.use(async ({ index, workspace }) => countryOptions(await ownCountries(workspace, index.headsOf(index.rows('country'))))),

    'countries.page': ({ id }) =>
      session.use((open) => {
        const head = open.workspace.head(id)
        if (!head) throw notFound(id)
        if (head.kind !== 'country') throw new AppError('NOT_FOUND', `“${head.title}” is not a country.`, { id })
        return countryPage(open, head)
      }),
  }
}
