import { AppError } from '../../../shared/errors.ts'
import type { FlushReport } from '../../desktop.ts'

const SHOWN = 3

/** Why a workspace is not closed: what is typed lives in the windows until it is saved. */
export function stillUnsaved({ unsaved, silent }: FlushReport): AppError {
  const titles = unsaved.slice(0, SHOWN).map(({ title }) => `“${title}”`)
  const others = unsaved.length - titles.length
  const what = unsaved.length > 0 ? `Not saved: ${titles.join(', ')}${others > 0 ? ` and ${others} more` : ''}` : 'A window does not answer'
  const remedy = unsaved.length > 0 ? 'Settle it in its window, or close that window' : 'Close that window'
  return new AppError('UNSAVED', `${what}. Nothing was closed. ${remedy}, then try again.`, { unsaved: [...unsaved], silent })
}
