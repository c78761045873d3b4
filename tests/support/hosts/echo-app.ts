/** An application behind a host that says back what it was asked, so that a host's own behaviour can be seen. */
import type { CallContext } from '../../../src/shared/contract/define.ts'
import type { EventEnvelope, Reply } from '../../../src/shared/transport.ts'
import type { HostedApp } from '../../../src/main/hosts/hosted-app.ts'

export class EchoApp implements HostedApp {
  /** `method client`, in order. */
  readonly calls: string[] = []
  readonly forgotten: string[] = []
  readonly #listeners = new Set<(event: EventEnvelope, client?: string) => void>()
  #held: (() => void)[] = []

  /** `hold` is answered when `release` is called; anything else at once, with what it was asked. */
  async call(method: string, input: unknown, { client }: CallContext): Promise<Reply> {
    this.calls.push(`${method} ${client}`)
    if (method === 'hold') await new Promise<void>((resolve) => this.#held.push(resolve))
    return { ok: true, value: { method, input, client } }
  }

  release(): void {
    for (const go of this.#held) go()
    this.#held = []
  }

  listen(listener: (event: EventEnvelope, client?: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(event: EventEnvelope, client?: string): void {
    for (const listener of this.#listeners) listener(event, client)
  }

  forgetClient(client: string): void {
    this.forgotten.push(client)
  }

  async close(): Promise<void> {
    this.release()
  }
}
