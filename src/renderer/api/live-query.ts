/** One question to the host whose answer is kept current. Works without React. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { AppError } from '../../shared/errors.ts'

export interface Answer<O> {
  /** The question that `data` or `error` answers, as JSON; null before the first answer. */
  readonly key: string | null
  readonly data: O | undefined
  readonly error: AppError | undefined
  /** The question that has been waiting long; null when none has. */
  readonly slowKey: string | null
}

export interface LiveQuery<I, O> {
  readonly store: StoreApi<Answer<O>>
  /** Asks, unless this is being asked already; null: nothing is asked any more. */
  ask(input: I | null): void
  /** Asks the same again. While an answer is under way one more question follows it, however often this is called. */
  refetch(): void
}

/** After so many milliseconds a wait is shown. */
export const SLOW = 200

export const keyOf = (input: unknown): string | null => (input === null ? null : JSON.stringify(input))

export const toAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('INTERNAL', error instanceof Error ? error.message : String(error))

/** `schedule` runs work after some milliseconds and returns what calls it off. */
export function createLiveQuery<I, O>(
  call: (input: I) => Promise<O>,
  schedule: (work: () => void, milliseconds: number) => () => void,
): LiveQuery<I, O> {
  const store = createStore<Answer<O>>(() => ({ key: null, data: undefined, error: undefined, slowKey: null }))
  let asked: I | null = null
  let askedKey: string | null = null
  let turn = 0
  let running = false
  let again = false

  async function run(input: I, key: string): Promise<void> {
    turn += 1
    const mine = turn
    running = true
    again = false
    const unschedule = schedule(() => {
      if (mine === turn && store.getState().key !== key) store.setState({ slowKey: key })
    }, SLOW)
    let answer: Pick<Answer<O>, 'data' | 'error'>
    try {
      answer = { data: await call(input), error: undefined }
    } catch (cause) {
      // what was shown before stays on the screen beside the error
      const before = store.getState()
      answer = { data: before.key === key ? before.data : undefined, error: toAppError(cause) }
    }
    unschedule()
    if (mine !== turn) return
    running = false
    store.setState({ key, slowKey: null, ...answer })
    if (again) void run(input, key)
  }

  return {
    store,
    ask(input) {
      const key = keyOf(input)
      if (key === askedKey) return
      asked = input
      askedKey = key
      // an answer that is still under way is to another question
      turn += 1
      running = false
      if (input !== null && key !== null) void run(input, key)
    },
    refetch() {
      if (running) again = true
      else if (asked !== null && askedKey !== null) void run(asked, askedKey)
    },
  }
}
