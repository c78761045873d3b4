import { formatError } from '../../../api/format-error.ts'
import { updateSettings, useSettings } from '../../../store/session.ts'
import { showToast } from '../../../store/toasts.ts'
import { sectionOf, type Section, type Sort } from '../../../parts/rows/sections.ts'

/** The order a person has chosen for a list; it stays chosen. */
export function useSort(section: Section): readonly [Sort, (sort: Sort) => void] {
  const { sorts } = useSettings()
  const change = (sort: Sort) => {
    updateSettings({ sorts: { ...sorts, [section]: sort } }).catch((error: unknown) =>
      showToast({ message: formatError(error), tone: 'bad' }),
    )
  }
  return [sorts?.[section] ?? sectionOf[section].sort, change]
}
