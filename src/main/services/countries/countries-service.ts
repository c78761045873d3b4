/** Countries: what there is to choose from, and the page that assembles itself. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import { AppError } from '../../../shared/errors.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { countryOptions, type OwnCountry } from './country-options.ts'
import { countryPage } from './country-page.ts'

type CountriesMethods = Pick<typeof listMethods, 'countries.options' | 'countries.page'>

async function countriesOf({ index, workspace }: OpenWorkspace): Promise<OwnCountry[]> {
  const found: OwnCountry[] = []
  for (const head of index.headsOf([...index.rows('country')])) {
    const record = await unlessDamaged(workspace.read(head.id))
    // of one that cannot be read the columns tell what it is called
    const known = record === 'damaged' ? head : record
    if (known?.kind === 'country') found.push(known)
  }
  return found
}

export function countriesService({ session }: ServiceContext): Service<CountriesMethods> {
  return {
    'countries.options': () => session.use(async (open) => countryOptions(await countriesOf(open))),

    'countries.page': ({ id }) =>
      session.use((open) => {
        const head = open.workspace.head(id)
        if (!head) throw notFound(id)
        if (head.kind !== 'country') throw new AppError('NOT_FOUND', `“${head.title}” is not a country.`, { id })
        return countryPage(open, head)
      }),
  }
}
