import { answer } from '../harness/child.ts'
import { readLowdb } from '../stores/lowdb-file.ts'
import { settledMemory } from './settled-memory.ts'

const [path = ''] = process.argv.slice(2)
const { data } = await readLowdb(path)
const memory = await settledMemory()
// read after the collection, so that nothing of it could be collected
if (data.records.length === 0) throw new Error('There are no records.')
answer(memory)
