/** The windows of the browser host: one WebSocket each, admitted by its first frame. */
import type { RawData, WebSocket } from 'ws'
import { HELLO_REFUSED, type EventEnvelope, type ServerFrame } from '../../../shared/transport.ts'
import type { Log } from '../../rpc/log.ts'
import type { FlushReport } from '../../desktop.ts'
import { FlushRequests, reportOf, unsavedIn } from '../flush-requests.ts'
import type { HostedApp } from '../hosted-app.ts'
import type { Admission, Session } from './admission.ts'
import { parseCall, parseHello } from './client-frames.ts'

export interface ConnectionTimes {
  /** How long a socket may stay without a hello. */
  readonly hello: number
  /** How long a window may be without a socket (a reload, a suspended laptop) before its undo ends. */
  readonly absence: number
  /** How long a window may take to commit what is pending. */
  readonly flush: number
}

export interface ConnectionsOptions {
  readonly app: HostedApp
  readonly admission: Admission
  readonly newId: () => string
  readonly log: Log
  readonly times: ConnectionTimes
  /** Called when the number of connected windows changes. */
  readonly onCount: (connected: number) => void
}

export class Connections {
  readonly #options: ConnectionsOptions
  readonly #sockets = new Map<WebSocket, string>()
  readonly #strangers = new Set<WebSocket>()
  readonly #absent = new Map<string, NodeJS.Timeout>()
  readonly #inFlight = new Set<Promise<void>>()
  readonly #flushes: FlushRequests
  readonly #stopListening: () => void

  constructor(options: ConnectionsOptions) {
    this.#options = options
    this.#flushes = new FlushRequests(options.times.flush)
    this.#stopListening = options.app.listen((event, client) => this.#publish(event, client))
  }

  /** Takes a socket whose Host and Origin were found right. */
  accept(socket: WebSocket): void {
    this.#strangers.add(socket)
    const impatience = setTimeout(() => socket.close(HELLO_REFUSED, 'no hello'), this.#options.times.hello)
    socket.on('error', (error) => this.#options.log.info({ message: 'A window sent what cannot be read.', reason: error.message }))
    socket.once('close', () => {
      clearTimeout(impatience)
      this.#strangers.delete(socket)
      this.#left(socket)
    })
    socket.once('message', (data, binary) => {
      clearTimeout(impatience)
      const hello = binary ? undefined : parseHello(bytes(data))
      const admitted = hello ? this.#options.admission.admit(hello) : null
      if (!admitted) {
        this.#options.log.info({ message: 'A window without a valid token was refused.' })
        socket.close(HELLO_REFUSED, 'refused')
        return
      }
      this.#strangers.delete(socket)
      this.#admit(socket, admitted.session)
      send(socket, { type: 'welcome', secret: admitted.secret })
    })
  }

  /** Asks every window to save what is typed. */
  async flush(): Promise<FlushReport> {
    const answers = [...this.#sockets].map(([socket, client]) =>
      this.#flushes.request(client, () => send(socket, { type: 'event', event: { name: 'windows.closing', payload: {} } })),
    )
    return reportOf(await Promise.all(answers))
  }

  /** Asks every window to save, lets calls in flight end, and lets the windows go. Answers what could not be saved. */
  async close(): Promise<FlushReport> {
    for (const stranger of this.#strangers) stranger.terminate()
    const report = await this.flush()
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
    this.#stopListening()
    for (const timer of this.#absent.values()) clearTimeout(timer)
    for (const socket of this.#sockets.keys()) {
      socket.close(1001, 'the application has closed')
      // a page that hangs answers no farewell
      setTimeout(() => socket.terminate(), 1_000).unref()
    }
    return report
  }

  #admit(socket: WebSocket, session: Session): void {
    // a tab that was duplicated shows the same secret: it works, as a window of its own
    const client = [...this.#sockets.values()].includes(session.client) ? this.#options.newId() : session.client
    clearTimeout(this.#absent.get(client))
    this.#absent.delete(client)
    this.#sockets.set(socket, client)
    socket.on('message', (data, binary) => {
      const call = binary ? undefined : parseCall(bytes(data))
      if (call) this.#answer(socket, client, call.id, call.method, call.input)
      else socket.close(1008, 'not a call')
    })
    this.#options.onCount(this.#sockets.size)
  }

  #answer(socket: WebSocket, client: string, id: number, method: string, input: unknown): void {
    const work = this.#call(socket, client, id, method, input)
    this.#inFlight.add(work)
    void work.finally(() => this.#inFlight.delete(work))
  }

  async #call(socket: WebSocket, client: string, id: number, method: string, input: unknown): Promise<void> {
    try {
      const reply = await this.#options.app.call(method, input, { client })
      send(socket, { type: 'reply', id, reply })
      if (method === 'windows.flushed' && reply.ok) this.#flushes.settle(client, unsavedIn(input))
    } catch (error) {
      this.#options.log.error({
        message: 'A reply could not be sent.',
        method,
        stack: error instanceof Error ? error.stack : String(error),
      })
      socket.close(1011, 'a reply could not be sent')
    }
  }

  #left(socket: WebSocket): void {
    const client = this.#sockets.get(socket)
    if (client === undefined) return
    this.#sockets.delete(socket)
    this.#flushes.settle(client)
    const forget = setTimeout(() => {
      this.#absent.delete(client)
      this.#options.app.forgetClient(client)
    }, this.#options.times.absence)
    // nothing waits for a window that has gone
    forget.unref()
    this.#absent.set(client, forget)
    this.#options.onCount(this.#sockets.size)
  }

  #publish(event: EventEnvelope, client: string | undefined): void {
    for (const [socket, of] of this.#sockets) if (client === undefined || client === of) send(socket, { type: 'event', event })
  }
}

const bytes = (data: RawData): Buffer => (Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data))

function send(socket: WebSocket, frame: ServerFrame): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
}
