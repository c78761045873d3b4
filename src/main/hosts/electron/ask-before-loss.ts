import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { UnsavedRecord } from '../../../shared/contract/app.ts'
import { unsavedLines, type Texts } from './texts.ts'

/** True when the person would rather lose what could not be saved than stay. */
export async function askBeforeLoss(
  { unsaved: texts }: Texts,
  unsaved: readonly UnsavedRecord[],
  window: BrowserWindow | undefined,
): Promise<boolean> {
  const box: MessageBoxOptions = {
    type: 'warning',
    title: 'Rapporteur',
    message: texts.message(unsaved.length),
    detail: unsavedLines(texts, unsaved),
    buttons: [texts.stay, texts.close],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } = await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box))
  return response === 1
}
