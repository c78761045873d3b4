/** Rows of the table of what an import will do. */
import type { ImportRow } from '../../../shared/contract/import.ts'
import type { ImportAction } from '../../../shared/model/import-mapping.ts'
import { client } from '../../api/client.ts'
import type { PagedRows } from '../../parts/rows/paged-rows.ts'
import { RowCache } from '../../parts/rows/row-cache.ts'

/** Which rows are shown: of one action, with these words in path or title. */
export interface ShownRows {
  readonly only: ImportAction | null
  readonly text: string
}
export const allRows: ShownRows = { only: null, text: '' }

const cache = new RowCache<ImportRow>(6)
/** The host numbers no answers here: a later question is to a later state of the plan. */
let state = 0

export const planRows = (plan: string, { only, text }: ShownRows): PagedRows<ImportRow> =>
  cache.get(JSON.stringify([plan, only, text]), async (from, count) => {
    const revision = state
    return { revision, ...(await client.call('import.rows', { plan, only, text, from, count })) }
  })

/** The plan is another than before. */
export function refreshPlanRows(): void {
  state += 1
  cache.refresh()
}
