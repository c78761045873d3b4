/** A dry run without a window: for the command line. */
import type { Author } from '../../../shared/model/common.ts'
import { makeTable } from '../../import/make-table.ts'
import { MappingRules } from '../../import/mapping-rules.ts'
import { openSource } from '../../import/open-source.ts'
import { mappingOf, type ImportOptions } from '../../import/index.ts'
import { readSource } from '../../import/read-source.ts'
import type { Workspace } from '../../workspace/port.ts'
import { ImportPlan } from './import-plan.ts'

/**
 * What an import of a folder or zip archive would do; nothing is changed. `show()` of the plan counts, `window()` has the rows.
 * @throws AppError as an import
 */
export async function previewImport(workspace: Workspace, author: Author, path: string, options: ImportOptions = {}): Promise<ImportPlan> {
  const source = await openSource(path)
  try {
    const read = await readSource(source, options)
    const mapping = mappingOf(read, options)
    const plan = new ImportPlan({ id: '', path, read, mapping })
    const table = { source, briefs: read.briefs, rules: new MappingRules(mapping), decisions: plan.decisions, signal: options.signal }
    // nothing is staged, so nothing is written
    const { value } = await workspace.transact(author, (standing) => makeTable({ ...table, standing }))
    plan.remap(mapping, value)
    return plan
  } finally {
    await source.close()
  }
}
