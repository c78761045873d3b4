/** Which rows the text in a list's filter box lets through: the language of the search, in what a list shows. */
import { setTimeout as wait } from 'node:timers/promises'
import type { RecordHead } from '../../../shared/model/head.ts'
import { searchFields, type SearchField } from '../../../shared/search/query.ts'
import type { DocumentFilter } from '../../search/document-filter.ts'
import { documentOfHead } from '../../search/document-of.ts'
import { pacing } from '../pacing.ts'
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
  /** Of any row, in the trash or not. */
  readonly headAt: (row: number) => RecordHead | undefined
}

/** Null: all. What is in the trash has no place in the index: there, its names and columns are asked one by one. */
export async function rowsWithText(
  text: string,
  trashed: boolean,
  { index, search, headAt }: TextRowsOptions,
): Promise<ReadonlySet<number> | null> {
  if (text.trim() === '') return null
  const { reader, index: found } = await search()
  if (trashed) {
    const filter = await reader.filter(text, { fields })
    return filter && trashedRows(filter, { index, headAt })
  }
  const { plan } = await reader.read(text, { fields })
  if (!plan) return null
  await found.opened
  if (!found.isReady) await Promise.race([found.ready, wait(PATIENCE_MS, undefined, { ref: false })])
  // a list that lacks records because they are not indexed yet would tell an untruth; names and columns are all known.
  // Who shows it asks again when `search.progressed` says that the index is whole.
  return found.isReady ? new Set(await found.rows(plan)) : rowsWithWords(index, text)
}

async function trashedRows(filter: DocumentFilter, { index, headAt }: Pick<TextRowsOptions, 'index' | 'headAt'>): Promise<Set<number>> {
  const found = new Set<number>()
  const next = pacing()
  for (const row of index.rows(null, true)) {
    await next()
    const head = headAt(row)
    if (head && filter(documentOfHead(head, row))) found.add(row)
  }
  return found
}
