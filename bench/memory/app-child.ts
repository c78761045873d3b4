/** The main process as it is while somebody works: a list open and scrolled through, a record open, one saved. */
import { openBenchApp } from '../harness/app.ts'
import { answer } from '../harness/child.ts'
import { settledMemory } from './settled-memory.ts'

const [folder = '', settings = '', id = ''] = process.argv.slice(2)
const { app, call } = await openBenchApp(folder, settings)
for (const kind of ['contact', 'note', 'meeting', 'study'] as const) {
  const query = { kind, sort: { key: 'title', direction: 'ascending' } } as const
  const { total } = await call('list.query', { query, from: 0, count: 50 })
  for (let from = 0; from < Math.min(total, 1_000); from += 50) await call('list.query', { query, from, count: 50 })
}
await call('list.counts', {})
const record = await call('records.get', { id })
if (record.kind !== 'study') throw new Error('The record is no study.')
await call('records.update', { kind: 'study', id, baseRev: record.rev, patch: { body: `${record.body}\n\nRead.` } })
answer(await settledMemory())
await app.close()
