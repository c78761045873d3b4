import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Kind } from '../../shared/model/common.ts'
import { onRecordsChange } from '../store/apply-changes.ts'
import { useSession } from '../store/session.ts'
import { client } from './client.ts'
import { createLiveQuery, keyOf } from './live-query.ts'

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
  /** `data` or `error` answers this very input, not the one before it. */
  readonly settled: boolean
  /** No answer to this input yet, for more than 200 ms. */
  readonly loading: boolean
  readonly refetch: () => void
}

const schedule = (work: () => void, milliseconds: number) => {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

/** Asks a method and keeps the answer current. `input` null: nothing is asked. Answers that come late are dropped. */
export function useQuery<K extends MethodName>(method: K, input: Input<K> | null, options: QueryOptions = {}): Query<Output<K>> {
  const { dependsOn, kinds, keepPrevious = true } = options
  const query = useMemo(() => createLiveQuery<Input<K>, Output<K>>((asking) => client.call(method, asking), schedule), [method])
  const wanted = useRef(kinds)
  useEffect(() => {
    wanted.current = kinds
    // asks only when the input is another than before
    query.ask(input)
  })
  useEffect(() => () => query.ask(null), [query])
  useEffect(() => {
    if (dependsOn === 'app') return useSession.subscribe(query.refetch)
    if (dependsOn !== 'records') return undefined
    return onRecordsChange(({ everything, removed, upserted }) => {
      const counts = wanted.current
      if (everything || !counts || removed.length > 0 || upserted.some(({ kind }) => counts.includes(kind))) query.refetch()
    })
  }, [dependsOn, query])

  const answer = useStore(query.store)
  const key = keyOf(input)
  const fits = key !== null && answer.key === key
  return {
    data: fits || (keepPrevious && key !== null) ? answer.data : undefined,
    error: fits ? answer.error : undefined,
    settled: fits,
    loading: !fits && key !== null && answer.slowKey === key,
    refetch: query.refetch,
  }
}
