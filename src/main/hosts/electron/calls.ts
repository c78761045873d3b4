/** The one request channel: checks who speaks, then hands the call to the application. */
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { CALL_CHANNEL, disconnected } from '../../../shared/transport.ts'
import type { Log } from '../../rpc/log.ts'
import { unsavedIn } from '../flush-requests.ts'
import type { HostedApp } from '../hosted-app.ts'
import { refuseSender } from './policy.ts'
import type { AppWindows } from './app-windows.ts'

export function answerCalls(app: HostedApp, windows: AppWindows, log: Log): void {
  ipcMain.handle(CALL_CHANNEL, async (event: IpcMainInvokeEvent, method: unknown, input: unknown) => {
    const frame = event.senderFrame
    const client = windows.clientOf(event.sender)
    const refusal = refuseSender({
      origin: frame?.origin,
      isMainFrame: frame !== null && frame === event.sender.mainFrame,
      isKnownWindow: client !== undefined,
    })
    if (refusal !== undefined || client === undefined) {
      log.error({ message: 'A message was refused.', reason: refusal, origin: frame?.origin.slice(0, 200) })
      return disconnected()
    }
    const reply = await app.call(typeof method === 'string' ? method : '', input, { client })
    if (method === 'windows.flushed' && reply.ok) windows.flushed(client, unsavedIn(input))
    return reply
  })
}
