import type { Input } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { KindIcon } from './kind-icons.tsx'
import type { ComboboxOption } from '../../ui/combobox.tsx'

export type Wanted = Pick<Input<'links.suggest'>, 'kinds' | 'contactTypes' | 'on'>

/** Records whose titles or aliases begin with the words typed, as options of a combobox. */
export async function recordOptions(text: string, wanted: Wanted): Promise<readonly ComboboxOption[]> {
  const found = await client.call('links.suggest', { text, limit: 12, ...wanted })
  return found.map(({ id, kind, title, alias, detail }) => ({
    id,
    value: title,
    label: title,
    detail: [alias, detail].filter(Boolean).join(' · '),
    icon: <KindIcon kind={kind} key={id} />,
  }))
}
