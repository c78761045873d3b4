/** Prints what can be done in a folder that may only be read. Started by `read-only-disk.test.ts`. Argument: the folder. */
import { join } from 'node:path'
import { createWorkspace, inspectFolder, openWorkspace } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'

const [disk = ''] = process.argv.slice(2)
const folder = join(disk, 'Secretariat')
const environment = { clock: Date.now, newId: () => idOf(0xff), owner: { person: 'Reader', device: 'test', host: 'cli' } }

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const inspected = await inspectFolder(folder)
const workspace = await openWorkspace(folder, environment)
const seen = {
  inspected,
  readOnly: workspace.readOnly,
  titles: [...workspace.heads()].map((head) => head.title),
  put: await codeOf(workspace.transact(anna, async (transaction) => transaction.put(newNote(2), 0))),
  create: await codeOf(createWorkspace(join(disk, 'Other'), { name: 'Other', sample: false }, environment)),
}
await workspace.close()
process.stdout.write(`${JSON.stringify(seen)}\n`)
