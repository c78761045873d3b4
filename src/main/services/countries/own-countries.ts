import type { RecordHead } from '../../../shared/model/head.ts'
import type { Workspace } from '../../workspace/port.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OwnCountry } from './country-options.ts'

/** Names of the countries among these records; of one that cannot be read the columns tell what it is called. */
export async function ownCountries(workspace: Workspace, heads: Iterable<RecordHead>): Promise<OwnCountry[]> {
  const own: OwnCountry[] = []
  for (const head of heads) {
    if (head.kind !== 'country') continue
    const record = await unlessDamaged(workspace.read(head.id))
    const country = record === 'damaged' ? head : record
    if (country?.kind === 'country') own.push(country)
  }
  return own
}
