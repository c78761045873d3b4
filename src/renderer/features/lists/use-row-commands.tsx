import { CalendarArrowDown, Download, Grid3x3, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MOST_IN_CALENDAR, saveCalendarFile } from '../../parts/calendar/calendar-files.ts'
import { sectionOf, type Section } from '../../parts/rows/sections.ts'
import { allAttendance, attendanceAddress, MOST_IN_ADDRESS } from '../../store/attendance-address.ts'
import { navigate } from '../../store/navigation.ts'
import type { MenuAction } from '../../ui/menu.tsx'
import type { RecordListState } from './data/use-record-list.ts'

/** What can be done with the chosen rows, or with the one that the keyboard stands on: below the list, and in the menu of a row. */
export function useRowCommands(section: Section, { targetIds, readOnly, exportTargets, trash }: RecordListState): readonly MenuAction[] {
  const { t } = useTranslation('lists')
  const isMeeting = sectionOf[section].kind === 'meeting'
  const count = targetIds.length
  return [
    { label: t('export.chosen'), icon: <Download />, opensDialog: true, onSelect: exportTargets },
    ...(isMeeting && count <= MOST_IN_ADDRESS
      ? [
          {
            label: t('meetings.attendance'),
            icon: <Grid3x3 />,
            movesFocus: true,
            onSelect: () => navigate(attendanceAddress({ ...allAttendance, meetings: targetIds })),
          },
        ]
      : []),
    ...(isMeeting && count <= MOST_IN_CALENDAR
      ? [{ label: t('meetings.saveChosen'), icon: <CalendarArrowDown />, onSelect: () => void saveCalendarFile(targetIds) }]
      : []),
    ...(readOnly ? [] : [{ label: t('chosen.trash'), icon: <Trash2 />, tone: 'bad' as const, onSelect: trash }]),
  ]
}
