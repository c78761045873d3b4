/** The browser host's server over a small build of the interface in a temporary folder, on a free port. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { serveBrowser, type BrowserServer, type BrowserServerOptions } from '../../../src/main/hosts/browser/server.ts'
import type { HostedApp } from '../../../src/main/hosts/hosted-app.ts'
import { RendererFiles } from '../../../src/main/hosts/renderer-files.ts'
import type { LogEntry } from '../../../src/main/rpc/log.ts'

export const page =
  '<!doctype html><html><head><meta name="csp-nonce" content="__CSP_NONCE__"><!--host--><script type="module" src="/assets/index-1.js"></script></head></html>'

/** A folder as `out/renderer` is, with a file beside it that must never be served. */
export async function buildFolder(): Promise<{ readonly home: string; readonly renderer: string }> {
  const home = await mkdtemp(join(tmpdir(), 'rapporteur-host-'))
  const renderer = join(home, 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(home, 'secret.txt'), 'a workspace beside it')
  await writeFile(join(renderer, 'index.html'), page)
  await writeFile(join(renderer, 'browser-host.js'), '/* host */')
  await writeFile(join(renderer, 'assets', 'index-1.js'), 'export {}')
  await writeFile(join(renderer, 'assets', 'inter.woff2'), 'font')
  return { home, renderer }
}

export interface Served extends BrowserServer {
  /** Moves the clock. */
  pass(milliseconds: number): void
  readonly log: readonly LogEntry[]
  dispose(): Promise<void>
}

export async function serve(
  app: HostedApp,
  options: Partial<Pick<BrowserServerOptions, 'times' | 'onCount' | 'port'>> = {},
): Promise<Served> {
  const { home, renderer } = await buildFolder()
  const files = await RendererFiles.read(renderer, '<script src="/browser-host.js"></script>')
  let now = 1_700_000_000_000
  let lastId = 0
  const log: LogEntry[] = []
  const server = await serveBrowser({
    app,
    files,
    port: 0,
    clock: () => now,
    newId: () => `client-${(lastId += 1)}`,
    log: { error: (entry) => log.push(entry), info: (entry) => log.push(entry) },
    ...options,
  })
  return {
    ...server,
    log,
    pass: (milliseconds) => (now += milliseconds),
    async dispose() {
      await server.close()
      await rm(home, { recursive: true })
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** One request with exactly these headers; a header that is undefined is left out. */
export function ask(port: number, method: string, path: string, headers: Readonly<Record<string, string | undefined>>): Promise<Answer> {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, setHost: false, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    for (const [name, value] of given) sent.setHeader(name, value)
    sent.on('error', reject)
    sent.end()
  })
}

/** The first line of the answer to bytes as they are. */
export function askRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}

export const tokenOf = (address: string): string => new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? ''

/** A socket that has said hello (or, without a frame, nothing), with what came back: the welcome, or the code it was closed with. */
export async function hello(
  server: Pick<BrowserServer, 'port' | 'origin'>,
  frame: unknown,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly socket: WebSocket; readonly welcome: { readonly secret: string } | null; readonly closed: number | null }> {
  const all = { host: `127.0.0.1:${server.port}`, origin: server.origin, ...headers }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers: given as Record<string, string> })
  return new Promise((resolve) => {
    if (frame !== undefined)
      socket.on('open', () => socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame)))
    socket.once('message', (data: Buffer) => resolve({ socket, welcome: JSON.parse(data.toString()) as { secret: string }, closed: null }))
    socket.once('close', (code) => resolve({ socket, welcome: null, closed: code }))
    socket.on('unexpected-response', (_request, response) => resolve({ socket, welcome: null, closed: response.statusCode ?? 0 }))
    socket.on('error', () => socket.terminate())
  })
}
