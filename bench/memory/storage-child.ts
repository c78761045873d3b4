import { answer } from '../harness/child.ts'
import { openBenchWorkspace } from '../stores/workspace-folder.ts'
import { settledMemory } from './settled-memory.ts'

const [folder = '', id = ''] = process.argv.slice(2)
const workspace = await openBenchWorkspace(folder)
await workspace.read(id)
answer(await settledMemory())
await workspace.close()
