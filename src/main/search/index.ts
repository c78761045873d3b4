/**
 * Search, first version: an index of folded words in memory, built in slices after the workspace is open. What stands
 * behind `search.query` may be replaced without touching its callers.
 */
import MiniSearch, { type SearchResult } from 'minisearch'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { SearchHit } from '../../shared/contract/search.ts'
import type { Kind } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { AppError } from '../../shared/errors.ts'
import { words } from '../../shared/text/fold.ts'
import { dateOf, detailOf } from '../services/head-text.ts'
import type { Commit, Workspace } from '../workspace/port.ts'
import { markWords } from './marks.ts'
import { fieldsOfHead, searchableFields, type SearchableFields } from './searchable-fields.ts'
import { snippetOf } from './snippet.ts'

/** How long the index may be worked on before others have their turn, in milliseconds. */
const SLICE = 8
/** A commit of more records than this is indexed in slices. */
const SMALL_COMMIT = 20
/** A pasted page has more words than anybody looks for: its longest ones count. */
const MOST_WORDS = 64
const DEFAULT_LIMIT = 20

const boost: Record<keyof SearchableFields, number> = { title: 8, aliases: 6, names: 4, properties: 1.5, body: 1 }
const fields = Object.keys(boost) as (keyof SearchableFields)[]
const NAME_FIELDS: ReadonlySet<string> = new Set(['title', 'aliases', 'names'])

type Entry = { readonly id: string } & SearchableFields

export interface SearchIndex {
  /** Settles when every record that was there at the start can be found. Never rejects. */
  readonly ready: Promise<void>
  /** Answers at any time; `partial` until all is indexed. `limit` holds for each kind. Any text is a valid query. */
  query(input: Input<'search.query'>): Promise<Output<'search.query'>>
  /** Stops building and listening. */
  close(): void
}

export const createSearchIndex = (workspace: Workspace): SearchIndex => new WordIndex(workspace)

class WordIndex implements SearchIndex {
  readonly ready: Promise<void>
  private readonly workspace: Workspace
  private readonly index = new MiniSearch<Entry>({
    fields,
    extractField: (entry, field) => (field === 'id' ? entry.id : entry[field as keyof SearchableFields].join('\n')),
    // words come folded
    tokenize: words,
    processTerm: (term) => term,
  })
  /** Records whose index entry is missing or old. */
  private readonly waiting = new Set<string>()
  /** Records that are damaged on the disk: their names can be found, their text cannot. */
  private readonly unreadable = new Set<string>()
  private readonly stopListening: () => void
  private working = false
  private closed = false
  private failure: unknown

  constructor(workspace: Workspace) {
    this.workspace = workspace
    const live: { readonly id: string; readonly updatedAt: string }[] = []
    for (const { id, updatedAt, trashedAt } of workspace.heads()) if (trashedAt === '') live.push({ id, updatedAt })
    for (const { id } of live.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))) this.waiting.add(id)
    this.stopListening = workspace.onCommit((commit) => this.follow(commit))
    this.ready = this.work()
  }

  async query({ text, kinds = [], limit = DEFAULT_LIMIT }: Input<'search.query'>): Promise<Output<'search.query'>> {
    if (this.failure !== undefined) throw this.failure
    const wanted = queryWords(text)
    const started = performance.now()
    const found = wanted.length === 0 ? [] : this.find(wanted, words(text).join(' '), kinds)
    const took = performance.now() - started
    const partial = this.waiting.size > 0
    const groups = new Map<Kind, Found[]>()
    for (const one of found) {
      const group = groups.get(one.head.kind)
      if (group) group.push(one)
      else groups.set(one.head.kind, [one])
    }
    return {
      revision: this.workspace.revision,
      total: found.length,
      took,
      groups: await Promise.all(
        [...groups].map(async ([kind, members]) => ({
          kind,
          total: members.length,
          hits: await this.hits(members.slice(0, limit), wanted),
        })),
      ),
      partial,
      progress: { done: this.index.documentCount, total: this.index.documentCount + this.waiting.size },
      searchedFor: null,
      problems: [],
      unreadable: this.unreadable.size,
    }
  }

  close(): void {
    this.closed = true
    this.stopListening()
    this.waiting.clear()
  }

  private find(wanted: readonly string[], whole: string, kinds: readonly Kind[]): Found[] {
    const results = this.index.search(
      { combineWith: 'AND', queries: [...wanted] },
      { prefix: true, weights: { prefix: 0.7, fuzzy: 0 }, boost },
    )
    const found: Found[] = []
    for (const result of results) {
      const head = this.workspace.head(String(result.id))
      if (!head || head.trashedAt !== '' || (kinds.length > 0 && !kinds.includes(head.kind))) continue
      found.push({ head, score: result.score, closeness: closenessOf(head, result, wanted, whole) })
    }
    return found.toSorted(byRank)
  }

  private hits(found: readonly Found[], wanted: readonly string[]): Promise<SearchHit[]> {
    return Promise.all(
      found.map(async ({ head }) => {
        const record = await this.readable(head.id)
        return {
          id: head.id,
          kind: head.kind,
          title: head.title,
          titleRanges: markWords(head.title, wanted),
          detail: detailOf(head),
          date: dateOf(head),
          snippetField: null,
          ...(record ? snippetOf(record, wanted) : { snippet: '', snippetRanges: [] }),
        }
      }),
    )
  }

  private follow({ changes }: Commit): void {
    for (const { id, record } of changes) {
      // what is written stands elsewhere on the disk than what was damaged
      this.unreadable.delete(id)
      if (!record || record.trashed) {
        this.waiting.delete(id)
        this.remove(id)
      } else if (changes.length <= SMALL_COMMIT) {
        this.waiting.delete(id)
        this.put(record)
      } else this.waiting.add(id)
    }
    if (this.waiting.size > 0 && !this.working) void this.work()
  }

  /** Indexes what is waiting, slice by slice. */
  private async work(): Promise<void> {
    this.working = true
    try {
      let sliceEnds = performance.now() + SLICE
      for (const id of this.waiting) {
        let record = await this.readable(id)
        // a commit may have written it meanwhile, and left it waiting or indexed it
        while (record && this.waiting.has(id) && this.workspace.head(id)?.rev !== record.rev) record = await this.readable(id)
        if (this.waiting.delete(id)) this.putRead(id, record)
        if (performance.now() < sliceEnds) continue
        await new Promise((resolve) => void setImmediate(resolve))
        sliceEnds = performance.now() + SLICE
      }
    } catch (error) {
      // the next query reports it; nobody may be waiting for `ready`
      if (!this.closed) this.failure = error
    } finally {
      this.working = false
    }
  }

  /** Undefined also when its bytes are not those that were written: all others can be found all the same. */
  private async readable(id: string): Promise<AnyRecord | undefined> {
    const { rev } = this.workspace.head(id) ?? {}
    try {
      return await this.workspace.read(id)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'DAMAGED')) throw error
      // unless a commit has written it meanwhile
      if (this.workspace.head(id)?.rev !== rev) return this.readable(id)
      this.unreadable.add(id)
      return undefined
    }
  }

  private putRead(id: string, record: AnyRecord | undefined): void {
    const head = this.workspace.head(id)
    if (record && !record.trashed) this.put(record)
    else if (this.unreadable.has(id) && head && head.trashedAt === '') {
      this.remove(id)
      this.index.add({ id, ...fieldsOfHead(head) })
    }
  }

  private put(record: AnyRecord): void {
    this.remove(record.id)
    this.index.add({ id: record.id, ...searchableFields(record) })
  }

  private remove(id: string): void {
    if (this.index.has(id)) this.index.discard(id)
  }
}

/** 2: the query is the title or an alias. 1: every word of it stands in the title, an alias or a name. 0: elsewhere. */
type Closeness = 0 | 1 | 2

interface Found {
  readonly head: RecordHead
  readonly score: number
  readonly closeness: Closeness
}

const byRank = (a: Found, b: Found) =>
  b.closeness - a.closeness ||
  b.score - a.score ||
  (a.head.updatedAt < b.head.updatedAt ? 1 : a.head.updatedAt > b.head.updatedAt ? -1 : a.head.id < b.head.id ? -1 : 1)

function closenessOf(head: RecordHead, result: SearchResult, wanted: readonly string[], whole: string): Closeness {
  if (!isNamed(result, wanted)) return 0
  return [head.title, ...head.aliases].some((name) => words(name).join(' ') === whole) ? 2 : 1
}

function isNamed({ match }: SearchResult, wanted: readonly string[]): boolean {
  const named = Object.keys(match).filter((term) => match[term]?.some((field) => NAME_FIELDS.has(field)))
  return wanted.every((word) => named.some((term) => term.startsWith(word)))
}

function queryWords(text: string): readonly string[] {
  const distinct = [...new Set(words(text))]
  return distinct.length <= MOST_WORDS ? distinct : distinct.toSorted((a, b) => b.length - a.length).slice(0, MOST_WORDS)
}
