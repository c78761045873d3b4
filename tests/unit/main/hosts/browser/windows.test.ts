/** Windows of the browser host: whom events reach, how they go, and what is waited for when the host ends. */
import { once } from 'node:events'
import type { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UnsavedRecord } from '../../../../../src/shared/contract/app.ts'
import type { ServerFrame } from '../../../../../src/shared/transport.ts'
import { hello, serve, tokenOf, type Served } from '../../../../support/hosts/browser-server.ts'
import { EchoApp } from '../../../../support/hosts/echo-app.ts'

let app: EchoApp
let server: Served
const counts: number[] = []
beforeEach(async () => {
  app = new EchoApp()
  counts.length = 0
  unsaved.length = 0
  server = await serve(app, { times: { absence: 30, flush: 5_000 }, onCount: (connected) => counts.push(connected) })
})
afterEach(() => server.dispose())

const unsaved: UnsavedRecord[] = []

async function openWindow(
  secret?: string,
): Promise<{ readonly socket: WebSocket; readonly frames: ServerFrame[]; readonly secret: string }> {
  const { socket, welcome } = await hello(
    server,
    secret ? { type: 'hello', secret } : { type: 'hello', token: tokenOf(server.newAddress()) },
  )
  const frames: ServerFrame[] = []
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as ServerFrame
    frames.push(frame)
    // as a page does that has saved what it could
    if (frame.type === 'event' && frame.event.name === 'windows.closing') call(socket, 99, 'windows.flushed', { unsaved })
  })
  return { socket, frames, secret: welcome?.secret ?? '' }
}

const call = (socket: WebSocket, id: number, method: string, input: unknown = {}) =>
  socket.send(JSON.stringify({ type: 'call', id, method, input }))
const events = (frames: readonly ServerFrame[]) => frames.flatMap((frame) => (frame.type === 'event' ? [frame.event.name] : []))

describe('an event', () => {
  it('reaches every window, or the one it is for', async () => {
    const [first, second] = [await openWindow(), await openWindow()]
    app.emit({ name: 'records.changed', payload: {} })
    app.emit({ name: 'jobs.progressed', payload: {} }, 'client-2')
    app.emit({ name: 'app.stateChanged', payload: {} })
    await vi.waitFor(() => expect(events(second.frames)).toEqual(['records.changed', 'jobs.progressed', 'app.stateChanged']))
    expect(events(first.frames)).toEqual(['records.changed', 'app.stateChanged'])
  })

  it('does not reach who has not been let in', async () => {
    const { socket, closed } = await hello(server, { type: 'hello', token: 'x' })
    const frames: unknown[] = []
    socket.on('message', (data) => frames.push(data))
    app.emit({ name: 'records.changed', payload: {} })
    expect(closed).not.toBeNull()
    expect(frames).toEqual([])
  })
})

describe('a window', () => {
  it('stays itself over a reload, and is forgotten when it stays away', async () => {
    const first = await openWindow()
    first.socket.close()
    await once(first.socket, 'close')
    const again = await openWindow(first.secret)
    call(again.socket, 1, 'ping')
    await vi.waitFor(() => expect(app.calls).toEqual(['ping client-1']))
    expect(app.forgotten).toEqual([])
    again.socket.close()
    await vi.waitFor(() => expect(app.forgotten).toEqual(['client-1']))
    expect(counts).toEqual([1, 0, 1, 0])
  })

  it('that was duplicated works as one of its own', async () => {
    const first = await openWindow()
    const copy = await openWindow(first.secret)
    call(first.socket, 1, 'ping')
    call(copy.socket, 1, 'ping')
    await vi.waitFor(() => expect(app.calls).toHaveLength(2))
    expect(new Set(app.calls).size).toBe(2)
  })
})

describe('the host ends', () => {
  it('after every window has said that nothing is pending, and every call is answered', async () => {
    const window = await openWindow()
    call(window.socket, 1, 'hold')
    await vi.waitFor(() => expect(app.calls).toHaveLength(1))
    let ended = false
    const closing = server.close().then(() => (ended = true))
    await vi.waitFor(() => expect(app.calls).toContain('windows.flushed client-1'))
    expect(events(window.frames)).toEqual(['windows.closing'])
    expect(ended).toBe(false)
    app.release()
    await closing
    expect(window.frames).toContainEqual({
      type: 'reply',
      id: 1,
      reply: { ok: true, value: { method: 'hold', input: {}, client: 'client-1' } },
    })
  })

  it('and says what windows could not save', async () => {
    await openWindow()
    await openWindow()
    unsaved.push({ id: 'x', title: 'Minutes', reason: 'conflict' })
    expect(await server.flushWindows()).toEqual({ unsaved, silent: 0 })
    expect(await server.close()).toEqual({ unsaved, silent: 0 })
  })

  it('also when a window is gone before it answers', async () => {
    const { socket } = await hello(server, { type: 'hello', token: tokenOf(server.newAddress()) })
    const closing = server.close()
    await once(socket, 'message')
    socket.terminate()
    await closing
  })

  it('and lets nobody in any more', async () => {
    const address = server.newAddress()
    await server.close()
    expect((await hello(server, { type: 'hello', token: tokenOf(address) })).welcome).toBeNull()
  })
})
