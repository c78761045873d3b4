/**
 * The loopback port against a website in another browser and against other programs: every Host × Origin × token is
 * tried, and one is let in. Each control here has its line in docs/security.md.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HELLO_REFUSED, MAX_MESSAGE_BYTES } from '../../../../../src/shared/transport.ts'
import { ask, askRaw, hello, serve, tokenOf, type Served } from '../../../../support/hosts/browser-server.ts'
import { EchoApp } from '../../../../support/hosts/echo-app.ts'

let app: EchoApp
let server: Served
beforeEach(async () => {
  app = new EchoApp()
  server = await serve(app, { times: { hello: 200, flush: 20 } })
})
afterEach(() => server.dispose())

const hosts = (port: number) => [
  `127.0.0.1:${port}`,
  undefined,
  '127.0.0.1',
  `localhost:${port}`,
  `127.0.0.1:${port + 1}`,
  `[::1]:${port}`,
  `rebound.example:${port}`,
  `127.0.0.1.rebound.example:${port}`,
]
const origins = (port: number) => [
  `http://127.0.0.1:${port}`,
  undefined,
  'null',
  `http://localhost:${port}`,
  `https://127.0.0.1:${port}`,
  `http://127.0.0.1:${port + 1}`,
  'http://127.0.0.1',
  'https://rebound.example',
  'file://',
]

describe('a WebSocket', () => {
  it('is let in by the one Host, the one Origin and a fresh token, and by nothing else', async () => {
    const used = tokenOf(server.newAddress())
    const first = await hello(server, { type: 'hello', token: used })
    first.socket.terminate()
    const tokens = ['fresh', used, '', 'x'.repeat(43), undefined]

    const letIn: string[] = []
    let tried = 0
    // a request without Host is tried below, by hand: this client always sends one
    for (const host of hosts(server.port).filter((name) => name !== undefined)) {
      for (const origin of origins(server.port)) {
        for (const kind of tokens) {
          const token = kind === 'fresh' ? tokenOf(server.newAddress()) : kind
          const answer = await hello(server, { type: 'hello', token }, { host, origin })
          if (answer.welcome) letIn.push(`${host} ${origin} ${kind}`)
          else expect([400, 403, 421, HELLO_REFUSED]).toContain(answer.closed)
          answer.socket.terminate()
          tried += 1
        }
      }
    }
    expect(tried).toBe(7 * 9 * 5)
    expect(letIn).toEqual([`127.0.0.1:${server.port} http://127.0.0.1:${server.port} fresh`])
  })

  it('is let in by a token once only', async () => {
    const token = tokenOf(server.newAddress())
    expect((await hello(server, { type: 'hello', token })).welcome).not.toBeNull()
    expect((await hello(server, { type: 'hello', token })).closed).toBe(HELLO_REFUSED)
  })

  it('is let in by a token for a minute only', async () => {
    const [early, late] = [tokenOf(server.newAddress()), tokenOf(server.newAddress())]
    server.pass(59_999)
    expect((await hello(server, { type: 'hello', token: early })).welcome).not.toBeNull()
    server.pass(1)
    expect((await hello(server, { type: 'hello', token: late })).closed).toBe(HELLO_REFUSED)
  })

  it('is let in by the secret that the token was exchanged for, as the same window', async () => {
    const first = await hello(server, { type: 'hello', token: tokenOf(server.newAddress()) })
    first.socket.close()
    await once(first.socket, 'close')
    server.pass(24 * 3_600_000)
    const again = await hello(server, { type: 'hello', secret: first.welcome?.secret })
    expect(again.welcome?.secret).toBe(first.welcome?.secret)
    again.socket.send(JSON.stringify({ type: 'call', id: 1, method: 'ping', input: null }))
    await once(again.socket, 'message')
    expect(app.calls).toEqual(['ping client-1'])
  })

  it.each([
    ['a call before the hello', { type: 'call', id: 1, method: 'app.state', input: {} }],
    ['no object', 'null'],
    ['no JSON', 'hello'],
    ['a hello of the wrong shape', { type: 'hello', token: ['x'] }],
    ['bytes', Buffer.from('{}')],
  ])('is closed on %s, and nothing reaches the application', async (_what, frame) => {
    expect((await hello(server, frame)).closed).toBe(HELLO_REFUSED)
    expect(app.calls).toEqual([])
  })

  it('is closed on a hello that is too long to be read, even with a good token', async () => {
    const good = JSON.stringify({ type: 'hello', token: tokenOf(server.newAddress()) })
    expect((await hello(server, good + ' '.repeat(1_000))).closed).toBe(HELLO_REFUSED)
    expect((await hello(server, good)).welcome).not.toBeNull()
  })

  it('is closed when it says nothing', async () => {
    const { socket, closed } = await hello(server, undefined)
    expect(closed).toBe(HELLO_REFUSED)
    socket.terminate()
  })

  it('is closed on a frame that is larger than a message may be, and others go on', async () => {
    const big = await hello(server, { type: 'hello', token: tokenOf(server.newAddress()) })
    const other = await hello(server, { type: 'hello', token: tokenOf(server.newAddress()) })
    big.socket.send(JSON.stringify({ type: 'call', id: 1, method: 'big', input: 'x'.repeat(MAX_MESSAGE_BYTES) }))
    const [code] = (await once(big.socket, 'close')) as [number]
    expect(code).toBe(1009)
    other.socket.send(JSON.stringify({ type: 'call', id: 1, method: 'small', input: null }))
    await once(other.socket, 'message')
    expect(app.calls).toEqual(['small client-2'])
  })

  it('is closed on a frame that is no call', async () => {
    const { socket } = await hello(server, { type: 'hello', token: tokenOf(server.newAddress()) })
    socket.send(JSON.stringify({ type: 'call', id: 'one', method: 'ping' }))
    const [code] = (await once(socket, 'close')) as [number]
    expect(code).toBe(1008)
    expect(app.calls).toEqual([])
  })

  it('exists at one address, with a Host and an Origin', async () => {
    const upgrade = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ]
    const [host, origin] = [`Host: 127.0.0.1:${server.port}`, `Origin: ${server.origin}`]
    const answer = (path: string, lines: readonly string[]) => askRaw(server.port, `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    expect(await answer('/elsewhere', [host, origin, ...upgrade])).toBe('HTTP/1.1 400 Refused')
    expect(await answer('/socket', [origin, ...upgrade])).toMatch(/^HTTP\/1\.1 4/)
    expect(await answer('/socket', [host, ...upgrade])).toBe('HTTP/1.1 403 Refused')
    expect(await answer('/socket', [host, origin, origin, ...upgrade])).toBe('HTTP/1.1 403 Refused')
  })
})

describe('a plain request', () => {
  const right = () => ({ host: `127.0.0.1:${server.port}` })

  it('is answered for the one Host only', async () => {
    const answered: (string | undefined)[] = []
    for (const host of hosts(server.port)) {
      const { status, body } = await ask(server.port, 'GET', '/', { host })
      if (status === 200) answered.push(host)
      else expect(body).not.toContain('<script')
    }
    expect(answered).toEqual([`127.0.0.1:${server.port}`])
  })

  it('is refused from another origin, and without one unless it only reads', async () => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      for (const origin of origins(server.port)) {
        const { status } = await ask(server.port, method, '/', { ...right(), origin })
        const reads = method === 'GET' || method === 'HEAD'
        const own = origin === server.origin
        expect(`${method} ${origin} ${status}`).toBe(
          `${method} ${origin} ${own ? (reads ? 200 : 405) : reads && origin === undefined ? 200 : 403}`,
        )
      }
    }
  })

  it('never reaches a file that is not of the interface', async () => {
    const tries = [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      '/secret.txt',
      '/assets/',
      '/etc/passwd',
      '/.stamp',
      '/assets/index-1.js/../../../secret.txt',
      '/assets/index-1.js%00.txt',
    ]
    for (const path of tries) {
      const { body } = await ask(server.port, 'GET', path, right())
      expect(`${path}: ${body}`).not.toContain('a workspace beside it')
      expect(`${path}: ${body}`).not.toContain('root:')
    }
    expect((await ask(server.port, 'GET', '/../secret.txt', right())).status).toBe(404)
  })

  it('is not taken for a proxy', async () => {
    expect(await askRaw(server.port, `GET http://elsewhere.example/ HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)).toBe(
      'HTTP/1.1 400 Bad Request',
    )
  })

  it.each(['/', '/meetings/0190-abc', '/assets/index-1.js', '/nothing.js'])(
    '%s carries the headers that protect it, and no cookie',
    async (path) => {
      const { headers } = await ask(server.port, 'GET', path, { ...right(), cookie: 'a=b' })
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      const names = Object.keys(headers)
      expect(names).not.toContain('set-cookie')
      expect(names).not.toContain('location')
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
    },
  )

  it('gets the same page at every address, with the host’s script and a nonce of its own', async () => {
    const first = await ask(server.port, 'GET', '/today', right())
    const second = await ask(server.port, 'GET', '/contacts/0190-abc', right())
    const nonces = [first, second].map(({ body }) => /content="([^"]+)"/.exec(body)?.[1] ?? '')
    expect(new Set(nonces).size).toBe(2)
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonces[0]}'`)
    expect(first.body).toContain('<script src="/browser-host.js"></script>')
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('gets no data of the person: the application is not even asked', async () => {
    for (const path of ['/', '/today', '/socket', '/app.state', '/records.get?id=1']) await ask(server.port, 'GET', path, right())
    expect(app.calls).toEqual([])
  })
})

it('listens on this machine only', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  const others = [...outside.map(({ address }) => address), '127.0.0.2']
  for (const host of others) {
    const outcome = await new Promise((resolve) => {
      const socket = connect(server.port, host, () => resolve('connected'))
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
    expect(`${host} ${String(outcome)}`).not.toBe(`${host} connected`)
  }
})
