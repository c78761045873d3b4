import type { CallContext } from '../../shared/contract/define.ts'
import type { EventEnvelope, Reply } from '../../shared/transport.ts'

/** What a host needs of the application. */
export interface HostedApp {
  /** Never rejects. */
  call(method: string, input: unknown, context: CallContext): Promise<Reply>
  /** `client` is set when the event is for that window only. Returns the function that stops listening. */
  listen(listener: (event: EventEnvelope, client?: string) => void): () => void
  /** The window is gone: what it did can no longer be undone. */
  forgetClient(client: string): void
  /** Waits for pending work, then releases the workspace. */
  close(): Promise<void>
}
