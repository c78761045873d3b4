/**
 * A page of the browser host without a browser: the built script runs in a context of its own, with the few things of a
 * window that it touches. Its WebSocket sends the Origin, as a browser's does and Node's does not.
 */
import { createContext, runInContext } from 'node:vm'
import { resolve } from 'node:path'
import { WebSocket } from 'ws'
import { buildBrowserHost } from '../../../scripts/browser-host-script.ts'
import type { Host } from '../../../src/shared/transport.ts'

let script: Promise<string> | undefined
const builtScript = () => (script ??= buildBrowserHost(resolve(import.meta.dirname, '../../..')))

export interface Page {
  readonly host: Host
  /** What stands in the address bar. */
  readonly address: () => string
  readonly storage: Map<string, string>
  /** The sockets that the page has opened, the last one last. */
  readonly sockets: readonly WebSocket[]
  /** How often it has set out to connect again. */
  readonly retries: () => number
  /** The same tab loaded again: its address and its sessionStorage are kept. */
  reload(): Promise<Page>
  leave(): void
}

export async function openPage(address: string, storage = new Map<string, string>()): Promise<Page> {
  const code = await builtScript()
  const url = new URL(address)
  const sockets: WebSocket[] = []
  let left = false
  let retries = 0
  class PageSocket extends WebSocket {
    constructor(target: string) {
      super(target, { headers: { origin: url.origin } })
      sockets.push(this)
      // a page that has been left runs nothing any more
      if (left) this.terminate()
      this.on('error', () => this.terminate())
    }
  }
  const window: { host?: Host; addEventListener(): void; open(): null } = { addEventListener: () => undefined, open: () => null }
  const context = createContext({
    window,
    location: url,
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, to: string) => {
        url.href = new URL(to, url).href
      },
    },
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
      removeItem: (key: string) => storage.delete(key),
    },
    WebSocket: PageSocket,
    URLSearchParams,
    queueMicrotask,
    setTimeout: (run: () => void, milliseconds: number) => {
      retries += 1
      setTimeout(() => left || run(), milliseconds).unref()
    },
  })
  runInContext(code, context)
  if (!window.host) throw new Error('The script put no host in place.')
  const leave = () => {
    left = true
    for (const socket of sockets) socket.terminate()
  }
  return {
    host: window.host,
    address: () => url.href,
    storage,
    sockets,
    retries: () => retries,
    leave,
    reload() {
      leave()
      return openPage(url.href, storage)
    },
  }
}
