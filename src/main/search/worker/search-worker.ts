/** Where the thread of the index begins. */
import { parentPort } from 'node:worker_threads'
import { IndexThread } from './index-thread.ts'
import type { AnswerMessage, CallMessage, ThreadCalls } from './thread-calls.ts'

const port = parentPort
if (!port) throw new Error('The index runs in a thread of its own.')
const calls: ThreadCalls = new IndexThread()

async function answer({ id, name, input }: CallMessage): Promise<AnswerMessage> {
  try {
    // what belongs together is known where it was sent
    const call = calls[name] as (...given: unknown[]) => Promise<unknown>
    return { id, value: await call.apply(calls, input) }
  } catch (error) {
    const { name: kind, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { id, error: { name: kind, message, stack } }
  }
}

const buffersOf = (message: AnswerMessage): ArrayBuffer[] =>
  'value' in message && message.value instanceof Uint32Array && message.value.buffer instanceof ArrayBuffer ? [message.value.buffer] : []

port.on('message', (call: CallMessage) => {
  void answer(call).then((message) => port.postMessage(message, buffersOf(message)))
})
