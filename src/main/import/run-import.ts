/** One import from its files on the disk to its report: everything is looked at again, and all of it comes in or nothing. */
import type { ImportReport } from '../../shared/contract/jobs.ts'
import type { Author } from '../../shared/model/common.ts'
import type { ImportAction, ImportMapping } from '../../shared/model/import-mapping.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { NewId, Transaction } from '../workspace/port.ts'
import { attachedReaderOf } from './attached-reader-of.ts'
import { makeTable } from './make-table.ts'
import { MappingRules } from './mapping-rules.ts'
import type { ReadSource } from './read-source.ts'
import type { Compared, SettledRow } from './settled-row.ts'
import type { ImportSource } from './source.ts'
import { tableOn, takeInFiles, takeInRows, type TakenIn, type TakingIn } from './take-in.ts'

type Transact = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<{
  readonly value: T
  readonly commit: { readonly revision: number } | null
}>

export interface ImportRun {
  readonly source: ImportSource
  readonly read: ReadSource
  readonly mapping: ImportMapping
  readonly decisions: ReadonlyMap<string, ImportAction>
  /** What a person has seen of the records that are there. */
  readonly seen: ReadonlyMap<string, Compared>
  /** Rows as they stood last; settled anew when there are none. */
  readonly rows?: readonly SettledRow[]
  readonly store: AttachmentStore | undefined
  /** When files are said to have been added: an ISO 8601 instant. */
  readonly now: string
  readonly author: Author
  readonly newId: NewId
  readonly signal: AbortSignal | undefined
  readonly onProgress: (done: number, total: number) => void
  readonly transact: Transact
}

/** Of each list in a report. */
const MOST_NAMED = 1_000

/** @throws AppError; nothing was changed then */
export async function runImport(run: ImportRun): Promise<{ readonly report: ImportReport; readonly records: TakenIn['records'] }> {
  const { source, read, mapping, signal } = run
  const listing = await source.list(signal)
  const noted: { file: string; remark: string }[] = []
  const remark = (file: string, said: string) => void noted.push({ file, remark: said })
  const attached = await attachedReaderOf(listing, read.briefs, { source, now: run.now, remark })
  const { decisions, seen, store, author, newId, onProgress } = run
  const { briefs } = read
  const taking: TakingIn = {
    source,
    briefs,
    rules: new MappingRules(mapping),
    decisions,
    seen,
    attached,
    store,
    author,
    newId,
    signal,
    onProgress,
  }
  try {
    const files = briefs.some(({ hasFiles }) => hasFiles)
      ? await takeInFiles(run.rows ?? (await settledAlone(run, taking)), taking)
      : new Map()
    // what comparing said of files is said again by taking them in
    const { value, commit } = await run.transact((transaction) => takeInRows(transaction, taking, files))
    const refused = [...read.refused, ...value.refused, ...addedSince(read, listing.files)]
    const remarks = [...value.remarks, ...unique(noted)]
    const ignored = [...listing.others.filter((path) => !attached.taken.has(path)), ...listing.unseen].toSorted()
    const report: ImportReport = {
      created: value.created,
      updated: value.updated,
      unchanged: value.unchanged,
      skipped: value.skipped,
      attachments: attached.copied,
      refused: refused.slice(0, MOST_NAMED),
      moreRefused: Math.max(0, refused.length - MOST_NAMED),
      remarks: remarks.slice(0, MOST_NAMED),
      moreRemarks: Math.max(0, remarks.length - MOST_NAMED),
      ignored: ignored.length,
      ignoredFiles: ignored.slice(0, MOST_NAMED),
      revision: commit?.revision ?? null,
    }
    return { report, records: value.records }
  } finally {
    attached.release()
  }
}

const settledAlone = async ({ transact }: ImportRun, taking: TakingIn): Promise<readonly SettledRow[]> =>
  (await transact((transaction) => makeTable(tableOn(transaction, taking)))).value.rows

function addedSince({ briefs, refused, apart }: ReadSource, files: readonly string[]): { file: string; reason: string }[] {
  const known = new Set([...briefs.map(({ path }) => path), ...refused.map(({ file }) => file)])
  return files
    .filter((path) => !known.has(path) && !apart.has(path))
    .map((file) => ({ file, reason: 'it was added since the files were read; read them again' }))
}

const unique = (remarks: readonly { file: string; remark: string }[]) => [
  ...new Map(remarks.map((one) => [`${one.file}\n${one.remark}`, one])).values(),
]
