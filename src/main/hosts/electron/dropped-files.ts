/** What the person drops on the page of the import; the page itself never sees where it lies. */
import { ipcMain } from 'electron'
import { DROP_CHANNEL } from '../../../shared/transport.ts'
import type { Log } from '../../rpc/log.ts'
import { senderProblem } from './sender-problem.ts'
import type { AppWindows } from './app-windows.ts'

export function takeDropped(dropped: (path: string, client: string) => Promise<void>, windows: AppWindows, log: Log): void {
  ipcMain.on(DROP_CHANNEL, (event, path: unknown) => {
    const client = windows.clientOf(event.sender)
    const refusal = senderProblem(event, client)
    if (refusal !== undefined || client === undefined || typeof path !== 'string') {
      log.error({ message: 'A message was refused.', reason: refusal ?? 'no path' })
      return
    }
    dropped(path, client).catch((error: unknown) =>
      log.error({ message: 'What was dropped could not be looked at.', stack: String(error) }),
    )
  })
}
