import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Kind } from '../../shared/model/common.ts'
import { onRecordsChange } from '../store/apply-changes.ts'
import { useSession } from '../store/session.ts'
import { client } from './client.ts'

export interface QueryOptions {
  /** `records`: asked again after every commit; `app`: when the application's state changes; else only when the input does. */
  readonly dependsOn?: 'records' | 'app' | undefined
  /** With `records`: only commits that touch these kinds, or remove something, count. */
  readonly kinds?: readonly Kind[] | undefined
  /** While the answer to a new input is on its way the old one stays (lists); false: nothing is shown (another record). */
  readonly keepPrevious?: boolean | undefined
}

export interface Query<T> {
  readonly data: T | undefined
  readonly error: AppError | undefined
  /** No answer to this input yet, for more than 200 ms. */
  readonly loading: boolean
  readonly refetch: () => void
}

const SLOW = 200

export const toAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('INTERNAL', error instanceof Error ? error.message : String(error))

/** Asks a method and keeps the answer current. `input` null: nothing is asked. Answers that come late are dropped. */
export function useQuery<K extends MethodName>(method: K, input: Input<K> | null, options: QueryOptions = {}): Query<Output<K>> {
  const { dependsOn, kinds, keepPrevious = true } = options
  const key = input === null ? null : JSON.stringify(input)
  const [answer, setAnswer] = useState<{ key: string; data: Output<K> | undefined; error: AppError | undefined }>()
  const [slowKey, setSlowKey] = useState<string | null>(null)
  const current = useRef({ input, key, kinds })
  const asked = useRef(0)
  const underWay = useRef({ running: false, again: false })
  useEffect(() => {
    current.current = { input, key, kinds }
  })

  const ask = useCallback(async () => {
    const { input: asking, key: askedKey } = current.current
    if (asking === null || askedKey === null) return
    asked.current += 1
    const turn = asked.current
    underWay.current = { running: true, again: false }
    try {
      const data = await client.call(method, asking)
      if (turn === asked.current) setAnswer({ key: askedKey, data, error: undefined })
    } catch (error) {
      // what was shown before stays on the screen beside the error
      if (turn === asked.current)
        setAnswer((before) => ({ key: askedKey, data: before?.key === askedKey ? before.data : undefined, error: toAppError(error) }))
    }
    if (turn !== asked.current) return
    const { again } = underWay.current
    underWay.current = { running: false, again: false }
    if (again) void ask()
  }, [method])

  // a burst of commits asks once while an answer is under way, and once more after it
  const refetch = useCallback(() => {
    if (underWay.current.running) underWay.current.again = true
    else void ask()
  }, [ask])

  useEffect(() => {
    asked.current += 1
    if (key === null) return
    void ask()
    const timer = setTimeout(() => setSlowKey(key), SLOW)
    return () => {
      clearTimeout(timer)
      asked.current += 1
    }
  }, [key, ask])

  useEffect(() => {
    if (dependsOn === 'records')
      return onRecordsChange((change) => {
        const wanted = current.current.kinds
        const concerned =
          change.everything || !wanted || change.removed.length > 0 || change.upserted.some(({ kind }) => wanted.includes(kind))
        if (concerned) refetch()
      })
    if (dependsOn === 'app') return useSession.subscribe(refetch)
    return undefined
  }, [dependsOn, refetch])

  const fits = answer !== undefined && answer.key === key
  return {
    data: fits || (keepPrevious && key !== null) ? answer?.data : undefined,
    error: fits ? answer.error : undefined,
    loading: key !== null && !fits && slowKey === key,
    refetch,
  }
}
