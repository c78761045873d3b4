/** A window that hangs or crashes is offered to be loaded again; the data is in the main process and untouched. */
import { dialog, type BrowserWindow } from 'electron'
import type { Log } from '../../rpc/log.ts'
import { buildEditMenu } from './menu.ts'
import type { Texts } from './texts.ts'

export function careFor(window: BrowserWindow, texts: () => Texts, log: Log): void {
  const contents = window.webContents
  let asking = false

  const offer = async (words: { message: string; detail: string }, buttons: readonly [string, string], refused: () => void) => {
    if (asking || window.isDestroyed()) return
    asking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      ...words,
      title: 'Rapporteur',
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    asking = false
    if (window.isDestroyed()) return
    if (response === 0) {
      // a page that hangs does not obey a reload
      contents.forcefullyCrashRenderer()
      contents.reload()
    } else refused()
  }

  window.on('unresponsive', () => {
    const { message, detail, reload, wait } = texts().hung
    log.error({ message: 'A window does not answer.' })
    void offer({ message, detail }, [reload, wait], () => undefined)
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || asking) return
    const { message, detail, reload, close } = texts().crashed
    log.error({ message: 'A window has crashed.', reason })
    void offer({ message, detail }, [reload, close], () => window.destroy())
  })
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText !== '') buildEditMenu(texts(), isEditable).popup({ window })
  })
}
