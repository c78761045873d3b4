import { formatError } from '../../api/format-error.ts'
import { updateSettings, useSettings } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import type { Filter, Section } from '../../parts/rows/sections.ts'
import { columnsOf } from './table-columns.tsx'

/** The columns of a table and which of them a person has hidden; the choice stays. */
export function useColumns(section: Section, filter: Filter) {
  const { hiddenColumns } = useSettings()
  const key = section === 'contacts' ? `contacts.${filter.contactType ?? 'person'}` : section
  const all = columnsOf(section, filter)
  const hidden = hiddenColumns[key] ?? []
  const toggle = (id: string) => {
    const next = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id]
    updateSettings({ hiddenColumns: { ...hiddenColumns, [key]: next } }).catch((error: unknown) =>
      showToast({ message: formatError(error), tone: 'bad' }),
    )
  }
  return { all, hidden, shown: all.filter(({ id, fixed }) => fixed || !hidden.includes(id)), toggle }
}
