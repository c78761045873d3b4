import type { Kind } from '../../shared/model/common.ts'
import { listMemories, memoryOf } from '../parts/rows/list-memory.ts'
import { addressNow, goBack, goForward, kindOf, navigate, type Place } from '../store/navigation.ts'
import { useReadOnly } from '../store/session.ts'
import { redoLast, undoLast } from '../store/undo-commands.ts'
import { chooseCalendarFile } from '../parts/calendar/calendar-files.ts'
import { useCommand } from '../parts/commands/commands.ts'
import { askNewRecord, openDialog, type NewRecordPreset } from '../parts/dialogs/dialogs.ts'
import { openInWindow } from '../parts/places/open-window.ts'
import { formatError } from '../api/format-error.ts'
import { i18n } from '../i18n/index.ts'
import { showSettings } from '../parts/places/settings-section.ts'
import { showToast } from '../store/toasts.ts'
import { rememberSetting } from '../store/remember-setting.ts'

/** What Ctrl+N makes here: the section's kind, a note elsewhere. */
const kindHere = (place: Place): Kind => ('id' in place ? kindOf(place.page) : 'note')

/** As the list's own button: the type of contact that is shown. */
function presetHere(place: Place): NewRecordPreset {
  if (place.page !== 'contacts') return {}
  const { contactType } = memoryOf(listMemories.getState(), 'contacts').filter
  return contactType ? { contactType } : {}
}

/** From anywhere: that it has begun is said, and its end too. */
async function backUpNow() {
  try {
    const [{ startBackup }] = await Promise.all([import('../features/settings/backups/backup-job.ts'), i18n.loadNamespaces('backups')])
    showToast({ message: i18n.t('backups:progress') })
    await startBackup()
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

/** The commands that every place answers. */
export function useFrameCommands(place: Place): void {
  const writable = { enabled: useReadOnly() === null }
  useCommand('record.new', () => askNewRecord(kindHere(place), '', presetHere(place)), writable)
  useCommand('record.chooseKind', () => askNewRecord(null), writable)
  useCommand('record.newContact', () => askNewRecord('contact'), writable)
  useCommand('record.newCountry', () => askNewRecord('country'), writable)
  useCommand('record.newMeeting', () => askNewRecord('meeting'), writable)
  useCommand('record.newStudy', () => askNewRecord('study'), writable)
  useCommand('record.newNote', () => askNewRecord('note'), writable)
  useCommand('meeting.fromCalendar', () => void chooseCalendarFile(), writable)
  useCommand('edit.undo', () => void undoLast(), writable)
  useCommand('edit.redo', () => void redoLast(), writable)
  useCommand('search.open', () => openDialog({ name: 'palette' }))
  useCommand('search.page', () => navigate('/search'))
  useCommand('export.everything', () => openDialog({ name: 'export' }))
  useCommand('import.open', () => navigate('/import'), writable)
  useCommand('backup.make', () => void backUpNow(), writable)
  useCommand('backup.restore', () => showSettings('backups'), writable)
  useCommand('workspace.restore', () => openDialog({ name: 'restore' }))
  useCommand('help.shortcuts', () => openDialog({ name: 'shortcuts' }))
  useCommand('window.new', () => void openInWindow(addressNow()))
  useCommand('view.lightTheme', () => rememberSetting({ theme: 'light' }))
  useCommand('view.darkTheme', () => rememberSetting({ theme: 'dark' }))
  useCommand('view.systemTheme', () => rememberSetting({ theme: 'system' }))
  useCommand('go.today', () => navigate('/today'))
  useCommand('go.contacts', () => navigate('/contacts'))
  useCommand('go.countries', () => navigate('/countries'))
  useCommand('go.meetings', () => navigate('/meetings'))
  useCommand('go.studies', () => navigate('/studies'))
  useCommand('go.notes', () => navigate('/notes'))
  useCommand('go.actions', () => navigate('/actions'))
  useCommand('go.decisions', () => navigate('/decisions'))
  useCommand('go.attendance', () => navigate('/attendance'))
  useCommand('go.trash', () => navigate('/trash'))
  useCommand('go.settings', () => navigate('/settings'))
  useCommand('history.back', goBack)
  useCommand('history.forward', goForward)
}
