import type { Workspace } from '../workspace/port.ts'

/** Rows of erased records; one that was made again since has another row. */
export function rowsWithoutRecord(workspace: Pick<Workspace, 'rowCount' | 'hasRecord'>): number[] {
  return Array.from(Array(workspace.rowCount).keys()).filter((row) => !workspace.hasRecord(row))
}
