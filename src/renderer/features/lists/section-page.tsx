import type { Section } from '../../parts/rows/sections.ts'
import { RecordList } from './record-list.tsx'
import { RecordTable } from './record-table.tsx'
import { useAskedFilter } from './data/use-asked-filter.ts'

export interface SectionPageProps {
  readonly section: Section
  /** The record that is open beside the list. */
  readonly selectedId: string | null
  /** `list`: the narrow column beside a record; `table`: columns across. */
  readonly layout: 'list' | 'table'
}

/** Contacts, countries, meetings, studies or notes. */
export function SectionPage({ section, selectedId, layout }: SectionPageProps) {
  useAskedFilter(section)
  // each section has a scroll position and a filter of its own
  return layout === 'list' ? (
    <RecordList key={section} section={section} selectedId={selectedId} />
  ) : (
    <RecordTable key={section} section={section} selectedId={selectedId} />
  )
}
