/** `window.host` over a WebSocket, as it is built for the page: what a reload, a drop and a refusal look like from there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_MESSAGE_BYTES, type EventEnvelope } from '../../../src/shared/transport.ts'
import { serve, type Served } from '../../support/hosts/browser-server.ts'
import { EchoApp } from '../../support/hosts/echo-app.ts'
import { openPage, type Page } from '../../support/hosts/page.ts'

let app: EchoApp
let server: Served
let pages: Page[]
beforeEach(async () => {
  app = new EchoApp()
  server = await serve(app, { times: { flush: 20 } })
  pages = []
})
afterEach(async () => {
  for (const page of pages) page.leave()
  await server.dispose()
})

async function open(address: string): Promise<Page> {
  const page = await openPage(address)
  pages.push(page)
  return page
}

const lost = { ok: false, error: expect.objectContaining({ code: 'DISCONNECTED' }) as unknown }
const down = { name: 'host.connectionChanged', payload: { connected: false } }
const refused = { name: 'host.connectionChanged', payload: { connected: false, refused: true } }
const up = { name: 'host.connectionChanged', payload: { connected: true } }

function heard(page: Page): EventEnvelope[] {
  const events: EventEnvelope[] = []
  page.host.listen((event) => events.push(event))
  return events
}

describe('a page', () => {
  it('may call at once: calls wait for the connection', async () => {
    const page = await open(server.newAddress('/today'))
    const replies = await Promise.all([page.host.call('first', { a: 1 }), page.host.call('second', null)])
    expect(replies).toEqual([
      { ok: true, value: { method: 'first', input: { a: 1 }, client: 'client-1' } },
      { ok: true, value: { method: 'second', input: null, client: 'client-1' } },
    ])
  })

  it('has no token left in its address, and no secret in it', async () => {
    const page = await open(server.newAddress('/meetings/0190-abc'))
    await page.host.call('ping', {})
    expect(page.address()).toBe(`${server.origin}/meetings/0190-abc`)
    expect([...page.storage.keys()]).toEqual(['rapporteur.secret'])
  })

  it('goes on after a reload as the same window', async () => {
    const page = await open(server.newAddress())
    await page.host.call('before', {})
    const again = await page.reload()
    pages.push(again)
    expect(await again.host.call('after', {})).toMatchObject({ ok: true })
  })

  it('hears events until it stops listening', async () => {
    const page = await open(server.newAddress())
    const events: string[] = []
    const stop = page.host.listen(({ name }) => events.push(name))
    await page.host.call('ping', {})
    app.emit({ name: 'records.changed', payload: {} })
    await vi.waitFor(() => expect(events).toEqual(['records.changed']))
    stop()
    app.emit({ name: 'records.changed', payload: {} })
    await page.host.call('ping', {})
    expect(events).toEqual(['records.changed'])
  })

  it('cannot have its host replaced', async () => {
    const page = await open(server.newAddress())
    expect(Object.isFrozen(page.host)).toBe(true)
  })
})

describe('a dropped connection', () => {
  it('answers calls in flight and new ones with DISCONNECTED, says so, and comes back by itself', async () => {
    const page = await open(server.newAddress())
    const events = heard(page)
    await page.host.call('ping', {})
    const inFlight = page.host.call('hold', {})
    await vi.waitFor(() => expect(app.calls).toContain('hold client-1'))
    page.sockets.at(-1)?.terminate()
    expect(await inFlight).toEqual(lost)
    expect(await page.host.call('ping', {})).toEqual(lost)
    await vi.waitFor(() => expect(events).toEqual([down, up]), { timeout: 5_000 })
    expect(await page.host.call('again', {})).toMatchObject({ ok: true })
    expect(app.calls.at(-1)).toBe('again client-1')
    app.release()
  })
})

describe('a page that is not let in', () => {
  it.each([
    ['without a token', () => `${server.origin}/today`],
    ['with a false one', () => `${server.origin}/today#token=${'x'.repeat(43)}`],
  ])('%s is told, and nothing reaches the application', async (_how, address) => {
    const page = await open(address())
    expect(await page.host.call('app.state', {})).toEqual(lost)
    const events = heard(page)
    await vi.waitFor(() => expect(events).toEqual([refused]))
    // trying again would be of no use
    expect(page.retries()).toBe(0)
    expect(app.calls).toEqual([])
    expect(page.storage.size).toBe(0)
  })
})

describe('a message', () => {
  it('that is too large is refused before it is sent, and the connection stays', async () => {
    const page = await open(server.newAddress())
    const events = heard(page)
    expect(await page.host.call('big', 'я'.repeat(MAX_MESSAGE_BYTES / 2))).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(await page.host.call('small', {})).toMatchObject({ ok: true })
    expect(app.calls).toEqual(['small client-1'])
    expect(events).toEqual([])
  })

  it('that is no JSON is refused', async () => {
    const page = await open(server.newAddress())
    const ring: { self?: unknown } = {}
    ring.self = ring
    expect(await page.host.call('ring', ring)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(await page.host.call('number', 1n)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})
