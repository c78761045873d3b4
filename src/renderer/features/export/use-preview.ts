import { useEffect, useMemo } from 'react'
import type { ExportPreview } from '../../../shared/contract/export.ts'
import type { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { scopeOf } from '../../parts/export/export-what.ts'
import type { Draft } from './use-draft.ts'
import { useSettled } from './use-settled.ts'

/** Somebody goes through the options by the keys. */
const PAUSE_MS = 150

export interface Preview {
  readonly data: ExportPreview | undefined
  readonly error: AppError | undefined
  /** It is of what was chosen before, or on its way. */
  readonly stale: boolean
  /** No answer for long enough to say so. */
  readonly slow: boolean
  /** It is known that no record would leave. */
  readonly nothing: boolean
}

/** What would be written, kept current as options and records change; null: nobody looks at it. */
export function usePreview(draft: Pick<Draft, 'what' | 'options'> | null): Preview {
  const what = draft?.what
  const options = draft?.options
  const asked = useMemo(() => (what && options ? { scope: scopeOf(what), options } : null), [what, options])
  const settled = useSettled(asked, PAUSE_MS)
  const { data, error, settled: answered, loading } = useQuery('export.preview', asked && settled, { dependsOn: 'records' })
  const isAsked = asked !== null
  useEffect(() => {
    if (!isAsked) return undefined
    return () => {
      // a host that is gone has stopped it already
      client.call('export.stopPreview', {}).catch(() => undefined)
    }
  }, [isAsked])
  const stale = settled !== asked || !answered
  return { data, error: stale ? undefined : error, stale, slow: loading && !data, nothing: !stale && data?.records === 0 }
}
