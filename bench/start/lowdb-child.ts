/** lowdb with everything in memory, and the first 50 in order of their titles. */
import { answer, sinceAsked } from '../harness/child.ts'
import { readLowdb } from '../stores/lowdb-file.ts'

const [path = ''] = process.argv.slice(2)
const loaded = sinceAsked()
const { data } = await readLowdb(path)
const opened = sinceAsked()
const rows = data.records
  .filter(({ kind }) => kind === 'contact')
  .toSorted((a, b) => (a.title < b.title ? -1 : 1))
  .slice(0, 50)
if (rows.length === 0) throw new Error('The list is empty.')
answer({ loaded, opened, ready: sinceAsked() })
