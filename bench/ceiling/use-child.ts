/** Opens a large workspace as the application does, saves a record, and exports everything. */
import { exportMarkdown } from '../../src/main/export/index.ts'
import { openBenchApp } from '../harness/app.ts'
import { answer } from '../harness/child.ts'
import { peakMemory } from './peak-memory.ts'

const [folder = '', settings = '', id = '', target = '', records = '0'] = process.argv.slice(2)
const seconds: Record<string, number> = {}

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const value = await work()
  seconds[step] = (performance.now() - began) / 1000
  return value
}

const { app, call } = await timed('open', () => openBenchApp(folder, settings))
await timed('first rows', async () => {
  const query = { kind: null, sort: { key: 'updatedAt', direction: 'descending' } } as const
  const { total } = await call('list.query', { query, from: 0, count: 50 })
  if (total !== Number(records)) throw new Error(`The list has ${total} records.`)
})
await timed('save', async () => {
  const record = await call('records.get', { id })
  if (record.kind !== 'study') throw new Error('The record is no study.')
  await call('records.update', { kind: 'study', id, baseRev: record.rev, patch: { body: `${record.body}\n\nRead.` } })
})
const peakBeforeExport = peakMemory()
await timed('export', () =>
  app.session.use(async ({ workspace }) => {
    const { files } = await exportMarkdown(workspace, target)
    if (files !== Number(records)) throw new Error(`${files} files were exported.`)
  }),
)
await timed('close', () => app.close())
answer({ seconds, peak: peakMemory(), peakBeforeExport })
