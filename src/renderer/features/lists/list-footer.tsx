import { CalendarArrowDown, Grid3x3, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { MOST_IN_CALENDAR, saveCalendarFile } from '../../parts/calendar/calendar-files.ts'
import { allAttendance, attendanceAddress, MOST_IN_ADDRESS } from '../../store/attendance-address.ts'
import { navigate } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { isFiltered, sectionOf, type Section } from '../../parts/rows/sections.ts'
import type { RecordListState } from './data/use-record-list.ts'
import { useTotal } from './data/use-total.ts'
import styles from './list-footer.module.css'

/** How many there are, how many fit, how many are chosen and what can be done with them. */
export function ListFooter({ section, list }: { readonly section: Section; readonly list: RecordListState }) {
  const { t } = useTranslation('lists')
  const { rows, filter, selection, readOnly } = list
  const all = useTotal(section, filter.contactType)
  const { kind } = sectionOf[section]
  const words = kind === 'contact' ? (filter.contactType ?? 'contact') : kind
  const counted = (count: number) => t(`count.${words}`, { count, formatted: formatNumber(count) })
  const found = rows.total ?? 0
  const chosen = selection.chosen.size

  return (
    <footer className={styles.footer}>
      {chosen > 0 ? (
        <>
          <span role="status">{t('chosen.count', { count: chosen, formatted: formatNumber(chosen) })}</span>
          {!readOnly && (
            <Button variant="quiet" icon={<Trash2 />} onClick={list.trash}>
              {t('chosen.trash')}
            </Button>
          )}
          {kind === 'meeting' && chosen <= MOST_IN_ADDRESS && (
            <Button
              variant="quiet"
              icon={<Grid3x3 />}
              onClick={() => navigate(attendanceAddress({ ...allAttendance, meetings: [...selection.chosen.keys()] }))}
            >
              {t('meetings.attendance')}
            </Button>
          )}
          {kind === 'meeting' && chosen <= MOST_IN_CALENDAR && (
            <Button variant="quiet" icon={<CalendarArrowDown />} onClick={() => void saveCalendarFile([...selection.chosen.keys()])}>
              {t('meetings.saveChosen')}
            </Button>
          )}
          <Button variant="quiet" onClick={list.chooseNothing}>
            {t('chosen.clear')}
          </Button>
        </>
      ) : rows.error !== null && rows.total !== null ? (
        <>
          <span role="alert">{formatError(rows.error)}</span>
          <Button variant="quiet" onClick={() => rows.refresh()}>
            {t('state.retry')}
          </Button>
        </>
      ) : (
        <span role="status">
          {rows.total === null
            ? ''
            : isFiltered(filter) && all !== undefined
              ? t('count.of', { found: formatNumber(found), all: counted(all) })
              : counted(found)}
        </span>
      )}
    </footer>
  )
}
