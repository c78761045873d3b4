/** The index without a thread of its own: the same calls in the same order, copied as they would be on the way. */
import { IndexThread } from '../../src/main/search/worker/index-thread.ts'
import type { IndexHolder } from '../../src/main/search/worker/thread-calls.ts'
import { ThreadGoneError } from '../../src/main/search/worker/worker-engine.ts'

export function inlineIndex(): IndexHolder & { end(): void } {
  const calls = new IndexThread()
  let isGone = false
  return {
    call(name, input, transfer = []) {
      type Answer = ReturnType<IndexThread[typeof name]>
      if (isGone) return Promise.reject(new ThreadGoneError('It has ended.')) as Answer
      const given = structuredClone(input, { transfer: [...transfer] })
      const call = calls[name] as (...values: unknown[]) => Promise<unknown>
      const answered = call.apply(calls, given as unknown[])
      return answered.then((value) => {
        if (isGone) throw new ThreadGoneError('It has ended.')
        return value
      }) as Answer
    },
    end: () => (isGone = true),
    close: async () => {
      isGone = true
    },
  }
}
