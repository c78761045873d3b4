/** Corrections of what an import will do. One goes after another, and of the mappings only the newest. */
import type { ImportAction, ImportMapping } from '../../../shared/model/import-mapping.ts'
import { client } from '../../api/client.ts'
import type { ShownRows } from './plan-rows.ts'
import { portions } from './row-choices.ts'
import { failed, takePlan, useImport } from './session.ts'

let wanted: ImportMapping | null = null
let queue: Promise<void> = Promise.resolve()
let waiting = 0

const enqueue = (work: () => Promise<void>): Promise<void> => {
  waiting += 1
  useImport.setState({ changing: true, problem: '', notice: '' })
  queue = queue
    .then(work)
    .catch(failed)
    .finally(() => {
      waiting -= 1
      if (waiting === 0) useImport.setState({ changing: false })
    })
  return queue
}

/** Shown at once; the table follows. */
export function changeMapping(change: (mapping: ImportMapping) => ImportMapping): void {
  const { mapping, plan } = useImport.getState()
  if (!mapping || !plan) return
  const next = change(mapping)
  if (next === mapping) return
  useImport.setState({ mapping: next })
  wanted = next
  void enqueue(async () => {
    const sent = wanted
    if (!sent) return
    wanted = null
    try {
      const answer = await client.call('import.map', { plan: plan.plan, mapping: sent })
      if (useImport.getState().plan?.plan !== plan.plan) return
      takePlan(answer, wanted ?? undefined)
    } catch (error) {
      // as the plan has it
      useImport.setState({ mapping: useImport.getState().plan?.mapping ?? null })
      throw error
    }
  })
}

/** The workspace is another than when the plan was made. */
export function lookAgain(): void {
  const { mapping, plan } = useImport.getState()
  if (!mapping || !plan) return
  void enqueue(async () => takePlan(await client.call('import.map', { plan: plan.plan, mapping })))
}

/** `paths` null: all rows that are shown. */
export function decide(paths: readonly string[] | null, shown: ShownRows, action: ImportAction): Promise<void> {
  const { plan } = useImport.getState()
  if (!plan) return Promise.resolve()
  return enqueue(async () => {
    for (const portion of paths === null ? [null] : portions(paths)) {
      const answer = await client.call('import.decide', { plan: plan.plan, ...shown, paths: portion, action })
      if (useImport.getState().plan?.plan !== plan.plan) return
      takePlan(answer, wanted ?? undefined)
    }
  })
}
