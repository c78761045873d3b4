import { describe, expect, test } from 'vitest'
import { createClient } from '../../../../src/renderer/api/client.ts'
import { CONNECTION_EVENT, type EventEnvelope, type Host, type Reply } from '../../../../src/shared/transport.ts'

function hostThatAnswers(reply: Reply) {
  const calls: { method: string; input: unknown }[] = []
  let hear: ((event: EventEnvelope) => void) | undefined
  const host: Host = {
    call: async (method, input) => {
      calls.push({ method, input })
      return reply
    },
    listen: (listener) => {
      hear = listener
      return () => {
        hear = undefined
      }
    },
  }
  return { client: createClient(() => host), calls, send: (event: EventEnvelope) => hear?.(event) }
}

describe('client', () => {
  test('hands the value of a good reply over', async () => {
    const { client, calls } = hostThatAnswers({ ok: true, value: [{ tag: 'budget', count: 2 }] })
    expect(await client.call('list.tags', {})).toEqual([{ tag: 'budget', count: 2 }])
    expect(calls).toEqual([{ method: 'list.tags', input: {} }])
  })

  test('throws a failure with its code and details', async () => {
    const { client } = hostThatAnswers({ ok: false, error: { code: 'CONFLICT', message: 'Stale.', details: { current: { rev: 3 } } } })
    await expect(client.call('list.tags', {})).rejects.toMatchObject({ code: 'CONFLICT', details: { current: { rev: 3 } } })
  })

  test('says so when there is no host', async () => {
    await expect(createClient(() => undefined).call('list.tags', {})).rejects.toMatchObject({ code: 'DISCONNECTED' })
  })

  test('gives an event to those who listen for its name, until they stop', () => {
    const { client, send } = hostThatAnswers({ ok: true, value: null })
    const heard: string[] = []
    const stop = client.on('app.command', ({ command }) => heard.push(command))
    client.onConnection((connected) => heard.push(connected ? 'back' : 'gone'))
    send({ name: 'app.command', payload: { command: 'go.today' } })
    send({ name: CONNECTION_EVENT, payload: { connected: false } })
    stop()
    send({ name: 'app.command', payload: { command: 'go.notes' } })
    expect(heard).toEqual(['go.today', 'gone'])
  })

  test('tells who listens later that the host is gone, and nothing once it is back', () => {
    const { client, send } = hostThatAnswers({ ok: true, value: null })
    const heard: string[] = []
    const listen = (name: string) =>
      client.onConnection((connected, refused) => heard.push(`${name}: ${connected ? 'back' : refused ? 'refused' : 'gone'}`))
    // the host tells whoever listens first, of whatever it is
    client.on('app.command', () => undefined)
    send({ name: CONNECTION_EVENT, payload: { connected: false, refused: true } })
    listen('late')
    send({ name: CONNECTION_EVENT, payload: { connected: true } })
    listen('later')
    expect(heard).toEqual(['late: refused', 'late: back'])
  })
})
