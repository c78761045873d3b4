/** Meetings out of calendar files, and into them. Failures are told; nothing is thrown. */
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { AppError } from '../../../shared/errors.ts'
import { i18n } from '../../i18n/index.ts'
import { openRecords } from '../../store/records.ts'
import { showToast } from '../../store/toasts.ts'
import { openDialog } from '../dialogs/dialogs.ts'
import { chooseInPage } from '../files/choose-in-page.ts'
import { saveText } from '../files/save-text.ts'

/** So many meetings go into one file. */
export const MOST_IN_CALENDAR = 500

/** Shows what a file would make; nothing is made before the person says so. */
export const openCalendarFile = (file: File): void => openDialog({ name: 'calendarFile', file })

/** Asks for a file. */
export async function chooseCalendarFile(): Promise<void> {
  const [file] = await chooseInPage({ multiple: false, accept: '.ics,.ical,.ifb,.icalendar,text/calendar' })
  if (file) openCalendarFile(file)
}

/** Saves meetings as one calendar file, and says what is not in it. */
export async function saveCalendarFile(ids: readonly string[]): Promise<void> {
  try {
    await i18n.loadNamespaces('calendar')
    // what is typed goes out too
    await openRecords.flushAll()
    const { name, text, withoutDay, withoutZone, zone, withheld } = await client.call('calendar.write', { ids: [...ids] })
    const told = [
      withoutDay.length > 0 && i18n.t('calendar:save.withoutDay', { count: withoutDay.length, titles: withoutDay.slice(0, 3).join(', ') }),
      withoutZone.length > 0 &&
        i18n.t('calendar:save.withoutZone', { count: withoutZone.length, titles: withoutZone.slice(0, 3).join(', '), zone }),
      withheld > 0 && i18n.t('calendar:save.withheld', { count: withheld }),
    ]
    await saveText(
      { name, text, type: 'text/calendar' },
      told.filter((sentence) => sentence !== false),
    )
  } catch (error) {
    const isVague = error instanceof AppError && error.details['problem'] === 'noDay'
    showToast({ message: isVague ? i18n.t('calendar:save.noDay') : formatError(error), tone: 'bad' })
  }
}
