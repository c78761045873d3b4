/**
 * Envelopes and channel names that a renderer and a host share. No zod here: the sandboxed preload bundles this file.
 */
import type { WireError } from './errors.ts'

/** What every call answers with: failures travel as values. */
export type Reply<T = unknown> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError }

/** An event as it travels: its contract name and payload. */
export interface EventEnvelope {
  readonly name: string
  readonly payload: unknown
}

/** The two verbs of `window.host`, and no more. Its implementations: Electron's bridge and a WebSocket. */
export interface Host {
  /** Never rejects: a lost connection is the reply `DISCONNECTED`. */
  call(method: string, input: unknown): Promise<Reply>
  /** Events of all names; returns the function that stops listening. */
  listen(listener: (event: EventEnvelope) => void): () => void
}

/** Electron: renderer to main, one request channel (`ipcRenderer.invoke`). Arguments: method, input. */
export const CALL_CHANNEL = 'rapporteur:call'
/** Electron: main to renderer, one event channel. Argument: {@link EventEnvelope}. */
export const EVENT_CHANNEL = 'rapporteur:event'

/** The event that a transport itself raises when the connection goes and comes back; payload `{ connected: boolean }`. */
export const CONNECTION_EVENT = 'host.connectionChanged'

/** WebSocket, first frame of the client: a launch token (once) or the session's secret (reconnect, reload). */
export interface HelloFrame {
  readonly type: 'hello'
  readonly token?: string
  readonly secret?: string
}
/** WebSocket, the server's answer to a good hello; a bad one is answered by closing the socket. */
export interface WelcomeFrame {
  readonly type: 'welcome'
  readonly secret: string
}
export interface CallFrame {
  readonly type: 'call'
  readonly id: number
  readonly method: string
  readonly input: unknown
}
export interface ReplyFrame {
  readonly type: 'reply'
  readonly id: number
  readonly reply: Reply
}
export interface EventFrame {
  readonly type: 'event'
  readonly event: EventEnvelope
}
export type ClientFrame = HelloFrame | CallFrame
export type ServerFrame = WelcomeFrame | ReplyFrame | EventFrame

/** Largest message either side accepts, in bytes of UTF-8 JSON. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024
