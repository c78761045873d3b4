/** Writes a large workspace through the storage port. */
import { Corpus } from '../corpus.ts'
import { answer } from '../harness/child.ts'
import { writeWorkspace } from '../stores/workspace-folder.ts'
import { peakMemory } from './peak-memory.ts'

const [folder = '', records = '0', seed = '1'] = process.argv.slice(2)
const began = performance.now()
await writeWorkspace(folder, new Corpus({ seed: Number(seed), records: Number(records) }))
answer({ seconds: { write: (performance.now() - began) / 1000 }, peak: peakMemory() })
