import { useEffect, useRef, useState } from 'react'
import type { HistoryRow } from '../../../shared/contract/history.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'

export type Summary = Output<'history.summaries'>[number]

/** Versions asked about at once: each means reading two texts. */
const AT_ONCE = 20

const keyOf = ({ rev, before }: Pick<HistoryRow, 'rev' | 'before'>) => `${rev} ${before}`

/** How much each version changed; what is known once stays right, so that only new rows are asked about. */
export function useSummaries(id: string, rows: readonly HistoryRow[]): (row: HistoryRow) => Summary | undefined {
  const [known, setKnown] = useState<ReadonlyMap<string, Summary>>(() => new Map())
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const missing = rows.filter((row) => !asked.current.has(keyOf(row)))
    for (const row of missing) asked.current.add(keyOf(row))
    const ask = async () => {
      for (let from = 0; from < missing.length; from += AT_ONCE) {
        const versions = missing.slice(from, from + AT_ONCE).map(({ rev, before }) => ({ rev, before }))
        const answers = await client.call('history.summaries', { id, versions })
        setKnown(
          (now) =>
            new Map([...now, ...versions.flatMap((pair, index) => (answers[index] ? [[keyOf(pair), answers[index]] as const] : []))]),
        )
      }
    }
    // the list says enough without; it asks again when the versions have changed
    ask().catch((error: unknown) => {
      for (const row of missing) asked.current.delete(keyOf(row))
      console.warn('What changed in some versions could not be counted.', error)
    })
  }, [id, rows])
  return (row) => known.get(keyOf(row))
}
