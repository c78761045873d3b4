/** The record that a settled file becomes: its text read again, its links turned inward, its files taken along. */
import { systemFields, type Author } from '../../shared/model/common.ts'
import type { AnyRecord, NewRecord } from '../../shared/model/record.ts'
import type { FileNames } from '../export/property-values.ts'
import { attachedFiles, type AttachedFile } from './attached-files.ts'
import { changedBy, filesTogether } from './change-record.ts'
import { readDraft, type Draft } from './draft.ts'
import { hashOfText } from './file-brief.ts'
import { readFile } from './read-properties.ts'
import type { SettledRow } from './settled-row.ts'
import type { ImportSource } from './source.ts'
import type { VaultPaths } from './vault-paths.ts'

export interface ReadRow {
  readonly draft: Draft
  /** It is another text than when it was read first. */
  readonly isChanged: boolean
}

/** @throws Refusal, AppError */
export async function readRow(source: ImportSource, { brief }: SettledRow): Promise<ReadRow> {
  const text = await source.readText(brief.path)
  return { draft: readDraft(brief.path, text), isChanged: hashOfText(text) !== brief.sha256 }
}

interface Parts {
  readonly row: SettledRow
  readonly draft: Draft
  readonly names: FileNames
  readonly files: readonly AttachedFile[]
  readonly vault: VaultPaths
}

const settled = ({ row, draft }: Parts): Draft => ({ ...draft, kind: row.kind, title: row.title, aliases: row.aliases })

/** @throws Refusal */
export function newRecordOf(parts: Parts): NewRecord {
  const { row, names, files, vault } = parts
  const attached = attachedFiles(
    files.map(({ attachment }) => attachment),
    files,
  )
  return readFile(settled(parts), names, attached, row.as, vault).record
}

/** The existing record as it is when it takes what the file says. @throws Refusal */
export function changedRecordOf(parts: Parts, existing: AnyRecord): AnyRecord {
  const { row, names, files, vault } = parts
  const isOurs = row.brief.ours !== undefined
  const { attachments, incoming } = filesTogether(existing.attachments, files, isOurs)
  const draft = isOurs && row.like?.by === 'id' ? settled(parts) : { ...settled(parts), title: existing.title }
  const read = readFile(draft, names, attachedFiles(attachments, incoming), row.as, vault)
  return changedBy(existing, read, !isOurs ? 'plain' : row.like?.by === 'id' ? 'itself' : 'another')
}

/** The store sets revision, authors and times. */
export function unsaved(fields: NewRecord, id: string, author: Author): AnyRecord {
  const at = new Date(0).toISOString()
  const system = { id, rev: 1, createdAt: at, createdBy: author, updatedAt: at, updatedBy: author, trashed: null } satisfies Partial<
    Record<keyof typeof systemFields.shape, unknown>
  >
  return { ...fields, ...system }
}
