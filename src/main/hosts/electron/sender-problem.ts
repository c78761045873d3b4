import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { refuseSender } from './policy.ts'

/** Why a message of a page is not answered; undefined when it may be. `client`: the window that it came from. */
export function senderProblem({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent, client: string | undefined): string | undefined {
  return refuseSender({
    origin: senderFrame?.origin,
    isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    isKnownWindow: client !== undefined,
  })
}
