/**
 * Envelopes and channel names that a renderer and a host share. No zod here: the sandboxed preload bundles this file.
 */
import type { ErrorCode, WireError } from './errors.ts'

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

/** The event that a transport itself raises when the connection goes and comes back; payload: {@link ConnectionChange}. */
export const CONNECTION_EVENT = 'host.connectionChanged'
export interface ConnectionChange {
  readonly connected: boolean
  /** The host does not let this page in, or it has nothing to be let in by: no other try follows. */
  readonly refused?: boolean
}

/**
 * Electron: the preload script to main, one way, and not the page's to use: the path of a folder or file that the person has
 * dropped on the page of the import. What comes of it is an event.
 */
export const DROP_CHANNEL = 'rapporteur:dropped'
/** The page on which folders may be dropped. */
export const DROP_PLACE = '/import'

/** WebSocket: the path that takes the upgrade. */
export const SOCKET_PATH = '/socket'
/** WebSocket: the code a socket is closed with when its hello is not accepted. Connecting again is of no use. */
export const HELLO_REFUSED = 4401

/** WebSocket, first frame of the client: a launch token (once), else the session's secret (reconnect, reload). */
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
export type ServerFrame = WelcomeFrame | ReplyFrame | EventFrame

/** Largest message either side accepts, in bytes of UTF-8 JSON. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024

const failure = (code: ErrorCode, message: string): Reply => ({ ok: false, error: { code, message, details: {} } })

/** What a transport answers itself when the other side is gone. */
export const disconnected = (): Reply =>
  failure('DISCONNECTED', 'The connection to the application is gone. What was saved is kept; what was being sent may be.')

function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) bytes += 1
    // a surrogate pair is two units and four bytes
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 1
  }
  return bytes
}

/** A message as JSON, or the reply that refuses it: both transports refuse the same. */
export function encodeMessage(message: unknown): { readonly json: string } | { readonly refusal: Reply } {
  let json: string
  try {
    json = JSON.stringify(message)
  } catch (error) {
    return { refusal: failure('INVALID_INPUT', `The message is not JSON (${String(error)}). Nothing was changed.`) }
  }
  // UTF-8 takes at most three bytes for a UTF-16 unit, so that short messages need no counting
  const fits = json.length * 3 <= MAX_MESSAGE_BYTES || utf8Length(json) <= MAX_MESSAGE_BYTES
  return fits ? { json } : { refusal: failure('INVALID_INPUT', 'The message is larger than 16 MB. Nothing was changed.') }
}
