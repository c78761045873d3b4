/** Countries: what there is to choose from, and the page that assembles itself. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RecordOf } from '../../../shared/model/record.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { countryOptions } from './country-options.ts'
import { countryPage } from './country-page.ts'

type CountriesMethods = Pick<typeof listMethods, 'countries.options' | 'countries.page'>

async function countriesOf({ index, workspace }: OpenWorkspace): Promise<RecordOf<'country'>[]> {
  const found: RecordOf<'country'>[] = []
  for (const { id } of index.headsOf([...index.rows('country')])) {
    const record = await workspace.read(id)
    if (record?.kind === 'country') found.push(record)
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
