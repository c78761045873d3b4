import { KindIcon } from '../../../parts/records/kind-icons.tsx'
import type { ComboboxOption } from '../../../ui/combobox.tsx'
import { suggestNames } from '../text-context.ts'

/** Persons and organisations to choose from, with the post held on the day of the record's text. */
export async function contactOptions(recordId: string, text: string): Promise<readonly ComboboxOption[]> {
  const found = await suggestNames(recordId, text, 'contacts')
  return found.map(({ id, kind, title, alias, detail }) => ({
    id,
    value: title,
    label: title,
    detail: [alias, detail].filter(Boolean).join(' · '),
    icon: <KindIcon kind={kind} key={id} />,
  }))
}
