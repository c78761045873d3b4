/** The datastore alone: opened, the columns of 50 records and one whole record read. */
import { answer, sinceAsked } from '../harness/child.ts'
import { openBenchWorkspace } from '../stores/workspace-folder.ts'

const [folder = '', id = ''] = process.argv.slice(2)
const loaded = sinceAsked()
const workspace = await openBenchWorkspace(folder)
const opened = sinceAsked()
const heads = Array.from({ length: 50 }, (_none, row) => workspace.headAt(row))
const record = await workspace.read(id)
if (!record || heads.includes(undefined)) throw new Error('Something is missing.')
answer({ loaded, opened, ready: sinceAsked() })
await workspace.close()
