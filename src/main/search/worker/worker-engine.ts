/** The index in a thread of its own, as the main thread sees it: what grows with the workspace is computed over there. */
import { Worker } from 'node:worker_threads'
import type { AnswerMessage, CallMessage, CallName, IndexHolder, ThreadCalls } from './thread-calls.ts'

/** The thread has ended, and what was asked of it has no answer. */
export class ThreadGoneError extends Error {
  override readonly name = 'ThreadGoneError'
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Out of a bundle it is the compiled file beside it, else this source. */
const script = new URL(import.meta.url.endsWith('.ts') ? './search-worker.ts' : './search-worker.js', import.meta.url)

export class WorkerEngine implements IndexHolder {
  readonly #worker = new Worker(script, { name: 'search' })
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #gone: Error | null = null
  readonly #ended: Promise<void>

  /** `onGone` is called once when the thread ends by itself, whatever the reason. */
  constructor(onGone: (reason: Error) => void) {
    this.#worker.on('message', (message: AnswerMessage) => this.#take(message))
    let failure: Error | undefined
    this.#worker.on('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))))
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        const hasEndedByItself = this.#gone === null
        this.#end(new ThreadGoneError(`The thread of the search ended with code ${code}.`, { cause: failure }))
        resolve()
        if (hasEndedByItself) onGone(failure ?? new Error(`Exit code ${code}.`))
      })
    })
  }

  /** Calls take effect in the order in which they are made. @throws ThreadGoneError */
  call<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>, transfer: readonly ArrayBuffer[] = []): ReturnType<ThreadCalls[K]> {
    return this.#answerTo(name, input, transfer) as ReturnType<ThreadCalls[K]>
  }

  #answerTo<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    if (this.#gone) return Promise.reject(this.#gone)
    const id = (this.#calls += 1)
    return new Promise((resolve, reject) => {
      const message: CallMessage<K> = { id, name, input }
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage(message, transfer)
    })
  }

  /** Ends the thread; what was asked and not answered fails. */
  async close(): Promise<void> {
    this.#end(new ThreadGoneError('The search was closed.'))
    await this.#worker.terminate()
    await this.#ended
  }

  #take(message: AnswerMessage): void {
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if ('value' in message) waiting?.resolve(message.value)
    else waiting?.reject(Object.assign(new Error(message.error.message), message.error))
  }

  #end(reason: Error): void {
    this.#gone ??= reason
    for (const { reject } of this.#waiting.values()) reject(this.#gone)
    this.#waiting.clear()
  }
}
