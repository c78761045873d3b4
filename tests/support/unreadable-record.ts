import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'

/** The workspace as it is when the bytes of one record are not those that were written. */
export const withUnreadable = (workspace: Workspace, id: string): Workspace =>
  Object.assign(Object.create(workspace) as Workspace, {
    read: (one: string) =>
      one === id ? Promise.reject(new AppError('DAMAGED', 'Its place on the disk is damaged.')) : workspace.read(one),
    async *payloads(rows: Iterable<number>) {
      const row = workspace.rowOf(id) ?? -1
      yield* workspace.payloads([...rows].filter((one) => one !== row))
      yield { bytes: new Uint8Array(0), places: [], damaged: [row] }
    },
  })
