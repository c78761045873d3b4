/** Which rows the text in a list's filter box lets through: the language of the search, in what a list shows. */
import { setTimeout as wait } from 'node:timers/promises'
import { searchFields, type SearchField } from '../../../shared/search/query.ts'
import type { RecordIndex } from '../record-index.ts'
import type { OpenSearch } from '../search/open-search.ts'
import { rowsWithWords } from './list-filter.ts'

/** Where plain words are looked for: nobody sees in a list what a body says. `in:body` asks for it. */
const fields: readonly SearchField[] = searchFields.filter((field) => field !== 'body' && field !== 'owners')
/** How long a list waits for the index; then it is filtered by what is in memory. */
const PATIENCE_MS = 300

export interface TextRowsOptions {
  readonly index: RecordIndex
  readonly search: () => Promise<OpenSearch>
}

/** Null: all. What is in the trash has no place in the index: there, words of names and columns count. */
export async function rowsWithText(
  text: string,
  trashed: boolean,
  { index, search }: TextRowsOptions,
): Promise<ReadonlySet<number> | null> {
  if (text.trim() === '') return null
  if (trashed) return rowsWithWords(index, text)
  const { reader, index: found } = await search()
  const { plan } = await reader.read(text, { fields })
  if (!plan) return null
  await found.opened
  if (!found.isReady) await Promise.race([found.ready, wait(PATIENCE_MS, undefined, { ref: false })])
  // a list that lacks records because they are not indexed yet would tell an untruth; names and columns are all known.
  // Who shows it asks again when `search.progressed` says that the index is whole.
  return found.isReady ? new Set(await found.rows(plan)) : rowsWithWords(index, text)
}
