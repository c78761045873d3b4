/** The application from nothing to what a person first sees: 50 rows of a list, an open record, a search. */
import { openBenchApp } from '../harness/app.ts'
import { answer, sinceAsked } from '../harness/child.ts'

const [folder = '', settings = '', id = '', word = ''] = process.argv.slice(2)
const loaded = sinceAsked()
const { app, call } = await openBenchApp(folder, settings)
const opened = sinceAsked()
const { rows } = await call('list.query', {
  query: { kind: 'contact', sort: { key: 'title', direction: 'ascending' } },
  from: 0,
  count: 50,
})
if (rows.length === 0) throw new Error('The list is empty.')
const listed = sinceAsked()
const record = await call('records.get', { id })
if (record.body === '') throw new Error('The record has no body.')
const ready = sinceAsked()
let searched: number | undefined
if (word !== '') {
  const { total, partial } = await call('search.query', { text: word })
  if (total === 0 && !partial) throw new Error(`Nothing was found for ${word}.`)
  searched = sinceAsked()
}
answer({ loaded, opened, listed, ready, ...(searched === undefined ? {} : { searched }) })
await app.close()
