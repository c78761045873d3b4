import { create } from 'zustand'

export interface Connection {
  /** Whether the host answers. */
  readonly connected: boolean
  /** It has not answered for so long that it is taken to have stopped; it may come back all the same. */
  readonly stopped: boolean
  /** The host does not let this page in: no call will be answered any more. */
  readonly refused: boolean
}

/** A host that is started again or a computer that wakes is back by then. */
const STOPPED_AFTER_MS = 10_000

export const useConnection = create<Connection>(() => ({ connected: true, stopped: false, refused: false }))

let stopping: ReturnType<typeof setTimeout> | undefined

/** The connection went or came back. `refused` stays until it is back. */
export function setConnected(connected: boolean, refused = false): void {
  if (connected) {
    clearTimeout(stopping)
    stopping = undefined
    useConnection.setState({ connected, stopped: false, refused: false })
    return
  }
  stopping ??= setTimeout(() => useConnection.setState({ stopped: true }), STOPPED_AFTER_MS)
  useConnection.setState((before) => ({ connected, refused: refused || before.refused }))
}
