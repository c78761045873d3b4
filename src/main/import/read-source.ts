/** A source read through once: what a plan remembers of it, and nothing of its texts. */
import type { ImportPlan } from '../../shared/contract/import.ts'
import { attachedReaderOf } from './attached-reader-of.ts'
import { readDraft } from './draft.ts'
import { briefOf, type FileBrief } from './file-brief.ts'
import { throwIfStopped } from './import-failures.ts'
import { KeyStatistics, type KeyUse } from './key-statistics.ts'
import { isExportReport } from '../export/proof/report-mark.ts'
import { NO_FILES } from '../export/property-values.ts'
import { readRecord } from './read-properties.ts'
import { leavingOut } from './refusal.ts'
import type { ImportSource } from './source.ts'

export interface ReadSource {
  /** Markdown files that may become records, in the order of their paths. */
  readonly briefs: readonly FileBrief[]
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
  /** Markdown files that are files of records, or reports of an export. */
  readonly apart: ReadonlySet<string>
  readonly from: ImportPlan['from']
  /** Every folder with markdown files in it or below, from the root. */
  readonly folders: readonly { readonly path: string; readonly files: number }[]
  readonly keys: readonly KeyUse[]
  /** Files that are no markdown: how many something names, and those that nothing does; and what is passed over unseen. */
  readonly named: number
  readonly ignored: readonly string[]
}

export interface Reading {
  readonly signal?: AbortSignal
  /** Called with files read and in all. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Files read at a time. */
const AT_ONCE = 6

/** @throws AppError MISSING, INVALID_INPUT, NO_PERMISSION, IO, CANCELLED */
export async function readSource(source: ImportSource, { signal, onProgress }: Reading): Promise<ReadSource> {
  const listing = await source.list(signal)
  const refused = [...listing.refused]
  const attached = await attachedReaderOf(listing, [], { source, now: '', remark: () => undefined })
  const read: FileBrief[] = []
  const keys = new KeyStatistics()
  const apart = new Set<string>()
  const named = new Set<string>()
  const texts = new ReadingAhead(source, listing.files)
  for (const [index, path] of listing.files.entries()) {
    throwIfStopped(signal)
    await leavingOut(refused, path, async () => {
      const text = await texts.next()
      const draft = readDraft(path, text)
      if (isExportReport(draft.front)) {
        apart.add(path)
        return
      }
      for (const file of attached.listed(draft)) apart.add(file)
      const own = attached.named(draft)
      for (const file of own.paths) named.add(file)
      const brief = briefOf(draft, text, own.any)
      // a field that does not fit keeps a file of ours out
      if (brief.ours) readRecord(draft, NO_FILES)
      keys.add(brief)
      read.push(brief)
    })
    onProgress?.(index + 1, listing.files.length)
    if (index % 100 === 99) await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  // a markdown file among a record's files is no note
  const briefs = read.filter(({ path }) => !apart.has(path))
  const unnamed = listing.others.filter((path) => !named.has(path))
  return {
    briefs,
    refused: refused.filter(({ file }) => !apart.has(file)),
    apart,
    from: writtenBy(briefs, keys.list(), listing),
    folders: foldersOf(listing.files),
    keys: keys.list(),
    named: listing.others.length - unnamed.length,
    ignored: [...unnamed, ...listing.unseen].toSorted(),
  }
}

/** Small files cost the waiting for the disk: a few are read at a time, and handed out in order. */
class ReadingAhead {
  readonly #source: ImportSource
  readonly #paths: readonly string[]
  readonly #begun: Promise<string>[] = []
  #at = 0

  constructor(source: ImportSource, paths: readonly string[]) {
    this.#source = source
    this.#paths = paths
  }

  /** @throws Refusal, AppError as reading the next file does */
  next(): Promise<string> {
    while (this.#begun.length < AT_ONCE && this.#at < this.#paths.length) {
      const text = this.#source.readText(this.#paths[this.#at++] ?? '')
      // it is thrown when its turn has come
      text.catch(() => undefined)
      this.#begun.push(text)
    }
    return this.#begun.shift() ?? Promise.reject(new Error('All files have been read.'))
  }
}

const JOPLIN_KEYS = ['title', 'created', 'updated']

function writtenBy(
  briefs: readonly FileBrief[],
  keys: readonly KeyUse[],
  { hidden, others }: { readonly hidden: readonly string[]; readonly others: readonly string[] },
): ImportPlan['from'] {
  const ours = briefs.filter((brief) => brief.ours).length
  if (ours > 0 && ours * 2 >= briefs.length) return 'rapporteur'
  if (hidden.includes('.obsidian')) return 'obsidian'
  const most = (key: string) => (keys.find((use) => use.key === key)?.files ?? 0) * 2 > briefs.length
  const hasResources = others.some((path) => /(?:^|\/)_resources\//.test(path))
  return (hasResources || keys.some(({ key }) => key === 'latitude' || key === 'completed?')) && JOPLIN_KEYS.every(most)
    ? 'joplin'
    : JOPLIN_KEYS.every((key) => (keys.find((use) => use.key === key)?.files ?? 0) === briefs.length && briefs.length > 0)
      ? 'joplin'
      : 'markdown'
}

function foldersOf(files: readonly string[]): { path: string; files: number }[] {
  const counts = new Map<string, number>([['', 0]])
  for (const file of files) {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : ''
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
    for (let end = folder.lastIndexOf('/'); end > 0; end = folder.lastIndexOf('/', end - 1)) {
      const above = folder.slice(0, end)
      if (!counts.has(above)) counts.set(above, 0)
    }
  }
  return [...counts].map(([path, count]) => ({ path, files: count })).toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
