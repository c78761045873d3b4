import { describe, expect, test } from 'vitest'
import { createLiveQuery, SLOW } from '../../../../src/renderer/api/live-query.ts'
import { AppError } from '../../../../src/shared/errors.ts'

/** A host whose answers come when the test says so, and a clock that the test moves. */
function slowHost() {
  const waiting: { input: string; answer: (value: string) => Promise<void>; fail: (error: unknown) => Promise<void> }[] = []
  const timers = new Map<() => void, number>()
  let settled = Promise.resolve()
  const query = createLiveQuery<string, string>(
    (input) => {
      let resolve: (value: string) => void = () => undefined
      let reject: (error: unknown) => void = () => undefined
      const promise = new Promise<string>((answer, fail) => {
        resolve = answer
        reject = fail
      })
      const after = async (done: () => void) => {
        done()
        // the query goes on in microtasks behind this one
        for (let turn = 0; turn < 5; turn += 1) await settled
      }
      waiting.push({ input, answer: (value) => after(() => resolve(value)), fail: (error) => after(() => reject(error)) })
      return promise
    },
    (work, milliseconds) => {
      timers.set(work, milliseconds)
      return () => timers.delete(work)
    },
  )
  const pass = (milliseconds: number) => {
    for (const [work, due] of timers) if (due <= milliseconds) work()
  }
  settled = Promise.resolve()
  return { query, waiting, pass }
}

describe('a query', () => {
  test('asks the same question once', async () => {
    const { query, waiting } = slowHost()
    query.ask('est')
    query.ask('est')
    expect(waiting.map(({ input }) => input)).toEqual(['est'])
    await waiting[0]?.answer('Estonia')
    expect(query.store.getState()).toMatchObject({ key: '"est"', data: 'Estonia' })
  })

  test('drops an answer that comes after a newer question', async () => {
    const { query, waiting } = slowHost()
    query.ask('e')
    query.ask('es')
    await waiting[1]?.answer('Estonia')
    await waiting[0]?.answer('Ecuador')
    expect(query.store.getState()).toMatchObject({ key: '"es"', data: 'Estonia' })
  })

  test('keeps the old answer while the new one is on its way', async () => {
    const { query, waiting } = slowHost()
    query.ask('e')
    await waiting[0]?.answer('Ecuador')
    query.ask('es')
    expect(query.store.getState()).toMatchObject({ key: '"e"', data: 'Ecuador' })
  })

  test('turns a burst of changes into one more question', async () => {
    const { query, waiting } = slowHost()
    query.ask('e')
    query.refetch()
    query.refetch()
    query.refetch()
    await waiting[0]?.answer('Ecuador')
    expect(waiting).toHaveLength(2)
    await waiting[1]?.answer('Estonia')
    expect(waiting).toHaveLength(2)
    expect(query.store.getState().data).toBe('Estonia')
  })

  test('shows a wait only when it is long, and no longer than it lasts', async () => {
    const { query, waiting, pass } = slowHost()
    query.ask('e')
    pass(SLOW - 1)
    expect(query.store.getState().slowKey).toBeNull()
    pass(SLOW)
    expect(query.store.getState().slowKey).toBe('"e"')
    await waiting[0]?.answer('Ecuador')
    expect(query.store.getState().slowKey).toBeNull()
  })

  test('keeps what it knows beside a failure, and recovers', async () => {
    const { query, waiting } = slowHost()
    query.ask('e')
    await waiting[0]?.answer('Ecuador')
    query.refetch()
    await waiting[1]?.fail(new AppError('DISCONNECTED', 'Gone.'))
    expect(query.store.getState()).toMatchObject({ data: 'Ecuador', error: { code: 'DISCONNECTED' } })
    query.refetch()
    await waiting[2]?.answer('Ecuador')
    expect(query.store.getState().error).toBeUndefined()
  })

  test('forgets its question when nobody asks any more', async () => {
    const { query, waiting } = slowHost()
    query.ask('e')
    query.ask(null)
    await waiting[0]?.answer('Ecuador')
    query.refetch()
    expect(waiting).toHaveLength(1)
    expect(query.store.getState().data).toBeUndefined()
  })
})
