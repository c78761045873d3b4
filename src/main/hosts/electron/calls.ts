/** The one request channel: checks who speaks, then hands the call to the application. */
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { CALL_CHANNEL, disconnected } from '../../../shared/transport.ts'
import type { Log } from '../../rpc/log.ts'
import { unsavedIn } from '../flush-requests.ts'
import type { HostedApp } from '../hosted-app.ts'
import type { AppWindows } from './app-windows.ts'
import { senderProblem } from './sender-problem.ts'

export function answerCalls(app: HostedApp, windows: AppWindows, log: Log): void {
  ipcMain.handle(CALL_CHANNEL, async (event: IpcMainInvokeEvent, method: unknown, input: unknown) => {
    const client = windows.clientOf(event.sender)
    const refusal = senderProblem(event, client)
    if (refusal !== undefined || client === undefined) {
      log.error({ message: 'A message was refused.', reason: refusal, origin: event.senderFrame?.origin.slice(0, 200) })
      return disconnected()
    }
    const reply = await app.call(typeof method === 'string' ? method : '', input, { client })
    if (method === 'windows.flushed' && reply.ok) windows.flushed(client, unsavedIn(input))
    return reply
  })
}
