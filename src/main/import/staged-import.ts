/** The records of an import, staged in one transaction: names settled, what is there already compared. */
import { basename, dirname } from 'node:path'
import { v7 as uuid } from 'uuid'
import { jsonEqual } from '../../shared/json-equal.ts'
import { isAdoptedText } from '../../shared/model/adopted-text.ts'
import { systemFields, type Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord, NewRecord } from '../../shared/model/record.ts'
import type { FileNames } from '../export/property-values.ts'
import { LinkNames } from '../services/link-names.ts'
import { recordedHash } from '../../shared/meetings/recorded-hash.ts'
import { standingOf } from '../services/meetings/adopted-hash.ts'
import { suggestTitle } from '../services/records/record-names.ts'
import type { Transaction } from '../workspace/port.ts'
import type { AttachedFiles } from './attached-files.ts'
import type { Draft } from './draft.ts'
import { throwIfStopped, type ImportOptions } from './import-options.ts'
import { NameClaims } from './name-claims.ts'
import { readRecord } from './read-properties.ts'
import { leavingOut, Refusal } from './refusal.ts'

/** What the drafts of an import become, and what was settled on the way. */
export class StagedImport {
  created = 0
  unchanged = 0
  readonly remarks: { file: string; remark: string }[] = []
  /** The files of each draft, by its path. */
  readonly attached = new Map<string, AttachedFiles>()
  private readonly refused: { file: string; reason: string }[]
  private readonly options: ImportOptions
  private readonly author: Author

  constructor(refused: { file: string; reason: string }[], options: ImportOptions, author: Author) {
    this.refused = refused
    this.options = options
    this.author = author
  }

  async into(transaction: Transaction, drafts: readonly Draft[]): Promise<void> {
    const claims = new NameClaims(transaction)
    const settled: { draft: Draft; id: string }[] = []
    const ids = new Set<string>()
    // ours first: a plain file gives way to the title of a record
    for (const draft of drafts.toSorted((a, b) => Number(a.id === undefined) - Number(b.id === undefined))) {
      await leavingOut(this.refused, draft.path, async () => {
        const id = draft.id ?? (this.options.newId ?? uuid)()
        if (ids.has(id)) throw new Refusal('another file has the same id')
        const named = draft.id === undefined ? this.withFreeNames(draft, claims) : draft
        const existing = transaction.head(id)
        if (!existing) assertFree(named, id, claims)
        ids.add(id)
        claims.add(claimOf(named, id))
        settled.push({ draft: named, id })
      })
    }
    const names = namesOf(settled)
    for (const [index, { draft, id }] of settled.entries()) {
      throwIfStopped(this.options.signal)
      await leavingOut(this.refused, draft.path, async () => {
        const record = this.recordOf(readRecord(draft, names, this.attached.get(draft.path)), id)
        const existing = await transaction.read(id)
        if (existing) return this.compare(existing, record)
        if (record.kind === 'country' && transaction.country(record.code))
          throw new Refusal(`there is a record of the country ${record.code} already`)
        transaction.put(record, 0)
        this.remarkOnFingerprint(draft, record)
        this.created++
      })
      if (index % 100 === 99) await new Promise((resolve) => void setImmediate(resolve))
    }
  }

  /** The store sets revision, authors and times. */
  private recordOf(fields: NewRecord, id: string): AnyRecord {
    const at = new Date(0).toISOString()
    return { ...fields, id, rev: 1, createdAt: at, createdBy: this.author, updatedAt: at, updatedBy: this.author, trashed: null }
  }

  /** What was adopted elsewhere comes as it is, with its fingerprint; that it is another text since is said here and on its page. */
  private remarkOnFingerprint({ path }: Draft, record: AnyRecord): void {
    if (record.kind !== 'meeting' || !isAdoptedText(record) || standingOf(record) !== 'other') return
    const remark = `The text is adopted and is not the one that its fingerprint ${recordedHash(record).slice(0, 8)} was taken of; both are kept as they came.`
    this.remarks.push({ file: path, remark })
  }

  private compare(existing: AnyRecord, record: AnyRecord): void {
    if (existing.trashed) throw new Refusal('its record is in the trash; restore it there')
    if (!jsonEqual(contentOf(existing), contentOf(record)))
      throw new Refusal('its record is in the workspace already and differs; it was left as it is')
    this.unchanged++
  }

  private withFreeNames(draft: Draft, claims: NameClaims): Draft {
    const isTaken = (name: string) => claims.holder(name, '') !== undefined
    const aliases = draft.aliases.filter((alias) => !isTaken(alias))
    for (const alias of draft.aliases)
      if (isTaken(alias))
        this.remarks.push({ file: draft.path, remark: `The alias “${alias}” belongs to another record and was left out.` })
    if (!isTaken(draft.title)) return { ...draft, aliases }
    const folder = basename(dirname(draft.path))
    const title = suggestTitle({ title: draft.title, marks: folder === '.' ? [] : [folder] }, isTaken)
    this.remarks.push({ file: draft.path, remark: `The title “${draft.title}” is taken; the note is called “${title}”.` })
    return { ...draft, title, aliases }
  }
}

function assertFree(draft: Draft, id: string, claims: NameClaims): void {
  for (const name of [draft.title, ...draft.aliases]) {
    const holder = claims.holder(name, id)
    if (!holder) continue
    throw new Refusal(
      holder.title === name ? `there is another record called “${name}”` : `another record, “${holder.title}”, holds the name “${name}”`,
    )
  }
}

/** As much of the columns as names need. */
function claimOf({ kind, title, aliases }: Draft, id: string): RecordHead {
  const noBody = { id, title, aliases: [...aliases], trashedAt: '' }
  return { ...noBody, kind } as RecordHead
}

function namesOf(settled: readonly { draft: Draft; id: string }[]): FileNames {
  const names = new LinkNames()
  const files = new Map<string, string>()
  const titles = new Map<string, string>()
  const paths = new Map<string, string>()
  const titlesAt = new Map<string, string>()
  for (const { draft, id } of settled) {
    names.add(claimOf(draft, id))
    files.set(id, draft.stem)
    paths.set(id, draft.path.normalize('NFC'))
    titlesAt.set(draft.path.normalize('NFC'), draft.title)
    if (!titles.has(draft.stem)) titles.set(draft.stem, draft.title)
  }
  return {
    fileOf: (name) => files.get(names.resolve(name) ?? ''),
    titleOf: (file) => titles.get(file),
    pathOf: (name) => paths.get(names.resolve(name) ?? ''),
    titleAt: (path) => titlesAt.get(path.normalize('NFC')),
  }
}

function contentOf(record: AnyRecord): object {
  const system = new Set(Object.keys(systemFields.shape))
  return Object.fromEntries(Object.entries(record).filter(([key]) => key === 'title' || !system.has(key)))
}
