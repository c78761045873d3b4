import type { Workspace } from '../workspace/port.ts'

/** Columns looked at before others have their turn. */
const AT_ONCE = 500

/** Rows of erased records: which they had is not known any more. */
export async function rowsWithoutRecord(workspace: Workspace): Promise<number[]> {
  for (;;) {
    const { revision, rowCount } = workspace
    const rows: number[] = []
    for (let row = 0; row < rowCount; row += 1) {
      if (!workspace.headAt(row)) rows.push(row)
      if (row % AT_ONCE === AT_ONCE - 1) await new Promise<void>((resolve) => void setImmediate(resolve))
    }
    // a row may have been given to a new record meanwhile
    if (revision === workspace.revision) return rows
  }
}
