/** The row of the record whose texts are asked for. */
import { notFound } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** @throws AppError NOT_FOUND */
export function rowOfText({ workspace, index }: OpenWorkspace, id: string): number {
  const row = workspace.head(id) && index.rowOf(id)
  if (row === undefined) throw notFound(id)
  return row
}
