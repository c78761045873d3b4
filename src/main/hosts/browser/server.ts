/**
 * The browser host's loopback server: the renderer's files over plain GET, everything else over a WebSocket. It binds
 * 127.0.0.1 only, answers exact Host and Origin only, sets no cookies (they are not bound to a port), allows no other
 * origin and redirects nowhere.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MAX_MESSAGE_BYTES, SOCKET_PATH } from '../../../shared/transport.ts'
import type { Log } from '../../rpc/log.ts'
import type { Clock } from '../../workspace/port.ts'
import type { FlushReport } from '../../desktop.ts'
import type { HostedApp } from '../hosted-app.ts'
import type { RendererFiles } from '../renderer-files.ts'
import { FLUSH_LIMIT_MS } from '../flush-requests.ts'
import { Admission } from './admission.ts'
import { Connections, type ConnectionTimes } from './connections.ts'
import { originOf, refuseRequest, refuseUpgrade, type Refusal, type RequestHead } from './request-policy.ts'

export interface BrowserServerOptions {
  readonly app: HostedApp
  readonly files: RendererFiles
  /** 0: a free one. */
  readonly port: number
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Log
  readonly times?: Partial<ConnectionTimes>
  readonly onCount?: (connected: number) => void
}

export interface BrowserServer {
  readonly port: number
  readonly origin: string
  /** An address for one more window, good once and for a minute. */
  newAddress(path?: string): string
  /** Asks every window to save what is typed. */
  flushWindows(): Promise<FlushReport>
  /**
   * Asks the windows to save, ends calls in flight, closes the port; answers what could not be saved. Does not close the
   * application.
   */
  close(): Promise<FlushReport>
}

const times: ConnectionTimes = { hello: 5_000, absence: 60_000, flush: FLUSH_LIMIT_MS }

const always = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const headOf = (request: IncomingMessage): RequestHead => ({
  method: request.method ?? '',
  host: request.headers.host,
  origin: request.headers.origin,
})
const pathOf = (request: IncomingMessage): string => (request.url ?? '').split(/[?#]/, 1)[0] ?? ''

export async function serveBrowser(options: BrowserServerOptions): Promise<BrowserServer> {
  const { app, files, log, newId } = options
  const admission = new Admission(options.clock, newId)
  const connections = new Connections({
    app,
    admission,
    newId,
    log,
    times: { ...times, ...options.times },
    onCount: options.onCount ?? (() => undefined),
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false, clientTracking: false })
  const server = createServer()
  const port = await listen(server, options.port)

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const { status, headers, body } = await files.respond(pathOf(request))
      response.writeHead(status, { ...headers, ...always, 'Content-Length': body.byteLength })
      response.end(request.method === 'HEAD' ? undefined : body)
    } catch (error) {
      log.error({ message: 'A file of the interface could not be read.', stack: error instanceof Error ? error.stack : String(error) })
      response.writeHead(500, always).end()
    }
  }

  server.on('request', (request, response) => {
    const refusal = refuseRequest(headOf(request), port) ?? refusePath(request)
    if (refusal) {
      refuse(response, refusal)
      return
    }
    void serve(request, response)
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const known = pathOf(request) === SOCKET_PATH
    const refusal = refuseUpgrade(headOf(request), port) ?? (known ? undefined : ({ status: 400, reason: 'No such address.' } as const))
    if (refusal) {
      log.info({ message: 'A connection was refused.', reason: refusal.reason })
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => connections.accept(accepted))
  })

  return {
    port,
    origin: originOf(port),
    newAddress: (path = '/') => `${originOf(port)}${path}#token=${admission.issueToken()}`,
    flushWindows: () => connections.flush(),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const report = await connections.close()
      server.closeAllConnections()
      await closed
      return report
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** `GET http://elsewhere/ HTTP/1.1` is what one asks of a proxy. */
const refusePath = (request: IncomingMessage): Refusal | undefined =>
  request.url?.startsWith('/') ? undefined : { status: 400, reason: 'An address begins with a slash.' }

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, { ...always, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  response.end(`${reason}\n`)
}
