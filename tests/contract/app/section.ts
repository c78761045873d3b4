/** A section of the suite: one connection, and a new empty workspace for each test. */
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { newWorkspace, removeTemporaryFolders, type Caller, type Connect, type Connection } from './connection.ts'

export interface Section {
  /** The first window. */
  readonly caller: () => Caller
  readonly connection: () => Connection
}

export function section(name: string, connect: Connect, tests: (section: Section) => void): void {
  describe(name, () => {
    let connection: Connection
    let caller: Caller
    beforeAll(async () => {
      connection = await connect()
    })
    afterAll(async () => {
      await connection.close()
      await removeTemporaryFolders()
    })
    beforeEach(async () => {
      caller = await newWorkspace(connection)
    })
    afterEach(async () => {
      await caller.call('workspace.close', {})
    })
    tests({ caller: () => caller, connection: () => connection })
  })
}
