import type { Input } from '../../shared/contract/index.ts'
import { formatError } from '../api/format-error.ts'
import { updateSettings } from './session.ts'
import { showToast } from './toasts.ts'

/** Changes some settings; where they cannot be kept, the window says so and shows them as they were. */
export function rememberSetting(patch: Input<'app.updateSettings'>): void {
  updateSettings(patch).catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
}
