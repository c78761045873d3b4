/** Which record the controls below belong to, and why they may not be changed. */
import { createContext, use } from 'react'
import type { Kind } from '../../../../shared/model/common.ts'

/** `workspace`: nothing can be changed now. `trashed`: restore it first. `adopted`: the text is fixed. */
export type Lock = 'workspace' | 'trashed' | 'adopted'

export interface RecordScope {
  readonly id: string
  readonly kind: Kind
  readonly lock: Lock | null
}

export const RecordScopeContext = createContext<RecordScope | null>(null)

export function useRecordScope(): RecordScope {
  const scope = use(RecordScopeContext)
  if (!scope) throw new Error('A record control stands outside a record.')
  return scope
}
