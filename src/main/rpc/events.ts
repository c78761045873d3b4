/** The way out: events to every window, or to one. */
import type { EventEnvelope } from '../../shared/transport.ts'
import { events, type Emit, type EventName } from '../../shared/contract/index.ts'
import { fieldIssues } from './field-issues.ts'
import type { Log } from './log.ts'

/** `client` is set when the event is for that window only. */
export type EventListener = (event: EventEnvelope, client?: string) => void

export interface EventHub {
  readonly emit: Emit
  listen(listener: EventListener): () => void
}

export function createEventHub(log: Log, checkOutputs: boolean): EventHub {
  const listeners = new Set<EventListener>()

  const check = (name: EventName, payload: unknown) => {
    const checked = events[name].safeParse(payload)
    if (!checked.success)
      log.error({ message: 'An event carries what the contract does not allow.', event: name, issues: fieldIssues(checked.error) })
  }

  return {
    emit(name, payload, client) {
      if (checkOutputs) check(name, payload)
      for (const listener of listeners) {
        // one window that fails to take an event must not keep the others, or the commit itself, from it
        try {
          listener({ name, payload }, client)
        } catch (error) {
          log.error({
            message: 'A listener failed to take an event.',
            event: name,
            stack: error instanceof Error ? error.stack : String(error),
          })
        }
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
