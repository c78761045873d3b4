/** An import as one transaction: everything is settled again on the records as they stand, then written or not at all. */
import type { Author } from '../../shared/model/common.ts'
import { isAdoptedText } from '../../shared/model/adopted-text.ts'
import type { ImportAction } from '../../shared/model/import-mapping.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { recordedHash } from '../../shared/meetings/recorded-hash.ts'
import type { FileNames } from '../export/property-values.ts'
import { standingOf } from '../services/meetings/adopted-hash.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { NewId, Transaction } from '../workspace/port.ts'
import type { AttachedFile, AttachedFilesReader } from './attached-files.ts'
import { saysTheSame } from './change-record.ts'
import { namesOfRows } from './compare-rows.ts'
import { briefOf, type FileBrief } from './file-brief.ts'
import { throwIfStopped } from './import-failures.ts'
import { makeTable, type TableOptions } from './make-table.ts'
import type { MappingRules } from './mapping-rules.ts'
import type { Standing } from './name-claims.ts'
import { leavingOut, Refusal } from './refusal.ts'
import { changedRecordOf, newRecordOf, readRow, unsaved, type ReadRow } from './row-record.ts'
import type { Compared, SettledRow } from './settled-row.ts'
import type { ImportSource } from './source.ts'

export interface TakingIn {
  readonly source: ImportSource
  readonly briefs: readonly FileBrief[]
  readonly rules: MappingRules
  readonly decisions: ReadonlyMap<string, ImportAction>
  /** What a person has seen of the records that are there; a change of one that was changed since is refused. */
  readonly seen: ReadonlyMap<string, Compared>
  readonly attached: AttachedFilesReader
  /** Without one no files are taken in. */
  readonly store: AttachmentStore | undefined
  readonly author: Author
  readonly newId: NewId
  readonly signal: AbortSignal | undefined
  readonly onProgress: (done: number, total: number) => void
}

export interface TakenIn {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: number
  readonly refused: { readonly file: string; readonly reason: string }[]
  readonly remarks: { readonly file: string; readonly remark: string }[]
  /** The records that files became or are, by path. */
  readonly records: ReadonlyMap<string, Pick<AnyRecord, 'id' | 'kind' | 'title'>>
}

/** Files of records are the slow part: they are copied before the transaction, and stay pinned. @throws AppError */
export async function takeInFiles(rows: readonly SettledRow[], taking: TakingIn): Promise<Map<string, readonly AttachedFile[]>> {
  const { attached, store, source, signal } = taking
  const files = new Map<string, readonly AttachedFile[]>()
  for (const row of rows) {
    if (!isWritten(row) || !row.brief.hasFiles) continue
    throwIfStopped(signal)
    await leavingOut([], row.brief.path, async () => {
      const { draft } = await readRow(source, row)
      if (store) files.set(row.brief.path, await attached.read(draft, store))
      else attached.leaveOut(draft)
    })
  }
  return files
}

const isWritten = ({ action }: SettledRow) => action === 'create' || action === 'update'

/** The table on the records as a transaction sees them. */
export const tableOn = (
  standing: Standing,
  {
    source,
    briefs,
    rules,
    decisions,
    attached,
    signal,
  }: Pick<TakingIn, 'source' | 'briefs' | 'rules' | 'decisions' | 'attached' | 'signal'>,
): TableOptions => ({ source, briefs, rules, decisions, attached, signal, standing, isFinal: true })

/** @throws AppError CANCELLED, and what a transaction throws; nothing is written then */
export async function takeInRows(
  transaction: Transaction,
  taking: TakingIn,
  files: ReadonlyMap<string, readonly AttachedFile[]>,
): Promise<TakenIn> {
  const { rows: settled } = await makeTable(tableOn(transaction, taking))
  const rows = settled.map((row) => (row.action === 'create' && row.id === '' ? { ...row, id: taking.newId() } : row))
  const run = new Run(transaction, taking, files, await namesOfRows(rows))
  for (const [index, row] of rows.entries()) {
    throwIfStopped(taking.signal)
    await run.take(row)
    taking.onProgress(index + 1, rows.length)
    if (index % 50 === 49) await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  return run.result()
}

class Run {
  readonly #transaction: Transaction
  readonly #taking: TakingIn
  readonly #files: ReadonlyMap<string, readonly AttachedFile[]>
  readonly #names: FileNames
  readonly #counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 }
  readonly #refused: { file: string; reason: string }[] = []
  readonly #remarks: { file: string; remark: string }[] = []
  readonly #records = new Map<string, Pick<AnyRecord, 'id' | 'kind' | 'title'>>()

  constructor(transaction: Transaction, taking: TakingIn, files: ReadonlyMap<string, readonly AttachedFile[]>, names: FileNames) {
    this.#transaction = transaction
    this.#taking = taking
    this.#files = files
    this.#names = names
  }

  async take(row: SettledRow): Promise<void> {
    const { path } = row.brief
    await leavingOut(this.#refused, path, async () => {
      const before = this.#remarks.length
      for (const remark of row.remarks) this.#remarks.push({ file: path, remark })
      try {
        await this.#take(row)
      } catch (error) {
        // what was settled of a file that is left out is nobody's business
        this.#remarks.length = before
        throw error
      }
    })
  }

  result(): TakenIn {
    return { ...this.#counts, refused: this.#refused, remarks: this.#remarks, records: this.#records }
  }

  async #take(row: SettledRow): Promise<void> {
    switch (row.action) {
      case 'refused':
        throw new Refusal(row.reason)
      case 'skip':
        this.#counts.skipped++
        return
      case 'same':
        this.#counts.unchanged++
        this.#note(row, { id: row.id, kind: row.like?.kind ?? row.kind, title: row.title })
        return
      case 'create':
        return this.#create(row)
      case 'update':
        return this.#update(row)
    }
  }

  async #create(row: SettledRow): Promise<void> {
    const draft = await this.#read(row)
    const fields = newRecordOf(await this.#parts(row, draft))
    const country = fields.kind === 'country' ? this.#transaction.country(fields.code) : undefined
    if (country) throw new Refusal(`there is a record of “${country.title}” already`)
    const record = unsaved(fields, row.id, this.#taking.author)
    this.#transaction.put(record, 0)
    this.#remarkOnFingerprint(row, record)
    this.#counts.created++
    this.#note(row, record)
  }

  async #update(row: SettledRow): Promise<void> {
    const existing = await this.#transaction.read(row.id)
    if (!existing || existing.trashed) throw new Refusal('its record is not there any more')
    const seen = this.#taking.seen.get(row.brief.path)
    if (seen && seen.id === existing.id && seen.rev !== existing.rev)
      throw new Refusal('its record was changed in the workspace since the table was made; read the folder again')
    const draft = await this.#read(row)
    const changed = changedRecordOf(await this.#parts(row, draft), existing)
    if (isAdoptedText(existing) || isAdoptedText(changed)) throw new Refusal('adopted minutes change by corrigendum only')
    this.#note(row, changed)
    if (saysTheSame(existing, changed)) {
      this.#counts.unchanged++
      return
    }
    this.#transaction.put(changed, existing.rev)
    this.#counts.updated++
  }

  /** @throws Refusal when the file is about another record than it was */
  async #read(row: SettledRow): Promise<ReadRow['draft']> {
    const { draft, isChanged } = await readRow(this.#taking.source, row)
    if (!isChanged) return draft
    const now = briefOf(draft, '', row.brief.hasFiles)
    if (!isSameFile(row, now, this.#taking.rules))
      throw new Refusal('it was changed since it was read, and is about another record now; read it again')
    this.#remarks.push({ file: row.brief.path, remark: 'The file was changed since it was read; it came as it is now.' })
    return draft
  }

  async #parts(row: SettledRow, draft: ReadRow['draft']) {
    return { row, draft, names: this.#names, files: await this.#filesOf(row, draft), vault: this.#taking.attached.vault }
  }

  /** Those of a row that was not to be written before the transaction are copied now. */
  async #filesOf({ brief }: SettledRow, draft: ReadRow['draft']): Promise<readonly AttachedFile[]> {
    const { store, attached } = this.#taking
    return this.#files.get(brief.path) ?? (store && brief.hasFiles ? attached.read(draft, store) : [])
  }

  #note({ brief }: SettledRow, { id, kind, title }: Pick<AnyRecord, 'id' | 'kind' | 'title'>): void {
    this.#records.set(brief.path, { id, kind, title })
  }

  /** What was adopted elsewhere comes as it is, with its fingerprint; that it is another text since is said here and on its page. */
  #remarkOnFingerprint({ brief }: SettledRow, record: AnyRecord): void {
    if (record.kind !== 'meeting' || !isAdoptedText(record) || standingOf(record) !== 'other') return
    const remark = `The text is adopted and is not the one that its fingerprint ${recordedHash(record).slice(0, 8)} was taken of; both are kept as they came.`
    this.#remarks.push({ file: brief.path, remark })
  }
}

/** It would be settled as it was, but for its text. */
const isSameFile = ({ brief, as }: SettledRow, now: FileBrief, rules: MappingRules): boolean =>
  brief.ours?.id === now.ours?.id &&
  brief.ours?.kind === now.ours?.kind &&
  brief.title === now.title &&
  JSON.stringify(brief.aliases) === JSON.stringify(now.aliases) &&
  (brief.ours !== undefined || as.word.kind === rules.kindOf(now).kind)
