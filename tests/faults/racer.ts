/**
 * Tries to open a workspace, and if it may, shows that it is alone: it makes a file that must not be there. Prints what
 * came of it. Started by `lock-race.test.ts`. Arguments: folder, file.
 */
import { closeSync, openSync, unlinkSync } from 'node:fs'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'

const [folder = '', sentinel = ''] = process.argv.slice(2)

async function race(): Promise<string> {
  try {
    const workspace = await openWorkspace(folder, {
      clock: Date.now,
      newId: () => idOf(1),
      owner: { person: `Racer ${process.pid}`, device: 'test', host: 'cli' },
    })
    closeSync(openSync(sentinel, 'wx'))
    await workspace.transact(anna, async (transaction) => {
      transaction.put(newNote(process.pid), transaction.head(idOf(process.pid))?.rev ?? 0)
    })
    unlinkSync(sentinel)
    await workspace.close()
    return 'wrote'
  } catch (error) {
    if (error instanceof AppError && error.code === 'LOCKED') return 'locked'
    throw error
  }
}

process.stdout.write(`${await race()}\n`)
