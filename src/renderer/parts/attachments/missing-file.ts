import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'
import { runCommand } from '../commands/commands.ts'

/** The text shows a file that its record has no longer: its versions are where it is found again. */
export function showMissingFile(): void {
  runCommand('record.history')
  showToast({ message: i18n.t('editor:missingFileHint') })
}
