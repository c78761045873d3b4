import { answer } from '../harness/child.ts'
import { readLowdb } from '../stores/lowdb-file.ts'

const [path = '', saves = '1'] = process.argv.slice(2)
const database = await readLowdb(path)
const times: number[] = []
for (let edit = 0; edit < Number(saves); edit++) {
  const record = database.data.records[(edit * 7) % database.data.records.length]
  if (!record) throw new RangeError('There is nothing to edit.')
  record.body = `Edit ${edit}. ${record.body}`
  const began = performance.now()
  await database.write()
  times.push(performance.now() - began)
}
answer(times)
