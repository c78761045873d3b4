import { useTranslation } from 'react-i18next'
import { openCalendarFile } from '../../parts/calendar/calendar-files.ts'
import { useDrop } from '../../parts/files/use-drop.ts'
import { showToast } from '../../store/toasts.ts'

const isCalendar = ({ name, type }: File) => type === 'text/calendar' || /\.(?:ics|ical|ifb|icalendar)$/i.test(name)

/** A calendar file dropped on the list of meetings; the first, when they are several. */
export function useCalendarDrop(enabled: boolean) {
  const { t } = useTranslation('lists')
  return useDrop(enabled, ({ files }) => {
    const [first] = files
    const calendar = [...files].find(isCalendar)
    if (calendar) openCalendarFile(calendar)
    else if (first) showToast({ message: t('meetings.dropOther', { name: first.name }), tone: 'bad' })
  })
}
