/** `window.host` typed with the contract. Failures that travelled as values are thrown as AppError. */
import type { EventName, Input, MethodName, Output, Payload } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { CONNECTION_EVENT, type ConnectionChange, type EventEnvelope, type Host } from '../../shared/transport.ts'
import { findHost } from './host.ts'

export interface Client {
  /** @throws AppError with any code of the contract; DISCONNECTED when the host is gone. */
  call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>>
  on<K extends EventName>(event: K, listener: (payload: Payload<K>) => void): () => void
  /** The connection to the host went or came back. `refused`: the host does not let this page in. */
  onConnection(listener: (connected: boolean, refused: boolean) => void): () => void
}

/** A client over a host. `find` is asked at every use, because the host is installed before the page's own scripts run. */
export function createClient(find: () => Host | undefined): Client {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  let stop: (() => void) | undefined
  /** For who asks later than the first listener: the host tells nobody else. */
  let gone: ConnectionChange | undefined

  const deliver = ({ name, payload }: EventEnvelope) => {
    if (name === CONNECTION_EVENT) gone = (payload as ConnectionChange).connected ? undefined : (payload as ConnectionChange)
    for (const listener of listeners.get(name) ?? []) listener(payload)
  }
  const listen = (name: string, listener: (payload: unknown) => void) => {
    stop ??= find()?.listen(deliver)
    const named = listeners.get(name) ?? new Set()
    listeners.set(name, named.add(listener))
    return () => {
      named.delete(listener)
    }
  }

  return {
    async call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> {
      const host = find()
      if (!host) throw new AppError('DISCONNECTED', 'This page was opened without its application. Nothing was changed.')
      const reply = await host.call(method, input)
      if (!reply.ok) throw AppError.fromWire(reply.error)
      // the router has checked the output against the contract
      return reply.value as Output<K>
    },
    on: (event, listener) => listen(event, (payload) => listener(payload as Parameters<typeof listener>[0])),
    onConnection: (listener) => {
      const tell = ({ connected, refused = false }: ConnectionChange) => listener(connected, refused)
      if (gone) tell(gone)
      return listen(CONNECTION_EVENT, (payload) => tell(payload as ConnectionChange))
    },
  }
}

export const client: Client = createClient(findHost)
