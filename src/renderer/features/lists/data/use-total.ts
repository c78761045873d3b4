import { useQuery } from '../../../api/use-query.ts'
import type { Filter, Section } from '../../../parts/rows/sections.ts'

/** How many there are without any filter; undefined until known. */
export function useTotal(section: Section, contactType: Filter['contactType']): number | undefined {
  const { data } = useQuery('list.counts', {}, { dependsOn: 'records' })
  if (!data) return undefined
  if (section !== 'contacts') return data[section]
  const { person, organisation, body } = data.contacts
  return contactType ? data.contacts[contactType] : person + organisation + body
}
