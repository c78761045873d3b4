/** What was edited in the mirror's folder, as a change of its record: the fields that the file says otherwise than it was written. */
import { AppError } from '../../../shared/errors.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { isWithin } from '../../../shared/model/classification-level.ts'
import { patchByKind, type AnyRecord, type NewRecord } from '../../../shared/model/record.ts'
import type { MirrorPlan } from '../../export/mirror/mirror-plan.ts'
import type { MirrorRun } from '../../export/mirror/mirror-run.ts'
import { sha256 } from '../../export/update-folder.ts'
import { MAX_FILE_BYTES } from '../../import/source.ts'
import { WITHHELD_KEY } from '../../export/properties.ts'
import { readDraft, type Draft } from '../../import/draft.ts'
import { isVersionOf } from '../../import/file-brief.ts'
import { readRecord } from '../../import/read-properties.ts'
import { Refusal } from '../../import/refusal.ts'
import type { Workspace } from '../../workspace/port.ts'
import { isAdopted } from '../records/record-patch.ts'

export interface Edited {
  readonly path: string
  readonly id: string
  readonly text: string
  /** The revision that the file was written from, where it is known. */
  readonly rev: number | undefined
}

/** An edited file of a record as it lies there now. */
export interface Found {
  readonly edited: Edited
  readonly hash: string
  /** Another whenever the file or the record is another. */
  readonly seen: string
}

/** @throws AppError NOT_FOUND, INVALID_INPUT; system errors */
export async function readEdited(workspace: Workspace, { plan, writer }: MirrorRun, path: string, id: string): Promise<Found> {
  const size = (await writer.folder.seen(path))?.size ?? 0
  if (size > MAX_FILE_BYTES) throw refused(`The file is larger than ${MAX_FILE_BYTES / 1_000_000} MB.`)
  const bytes = await writer.folder.readFile(path)
  const known = writer.known.get(path)?.of
  const hash = sha256(bytes)
  const edited = { path, id, text: textOf(bytes), rev: known?.id === id ? known.rev : undefined }
  return { edited, hash, seen: `${hash} ${workspace.head(id)?.rev ?? 0} ${plan.isForReaders ? 'text' : 'record'}` }
}

const textOf = (bytes: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw refused('The file is not UTF-8 text.')
    throw error
  }
}

/** As `records.update` takes it. */
export interface Update {
  readonly id: string
  readonly kind: AnyRecord['kind']
  readonly baseRev: number
  readonly patch: Readonly<Record<string, unknown>>
}

const WAS_WITHHELD =
  'A part of its record was withheld when the file was written, so it cannot be taken in. Make the change in the record, then set the file aside.'

const refused = (message: string) => new AppError('INVALID_INPUT', message)
const asFields = (record: NewRecord | AnyRecord) => record as unknown as Readonly<Record<string, unknown>>

/**
 * Null when it says nothing else.
 * @throws AppError INVALID_INPUT, CONFLICT, NOT_FOUND, ADOPTED, DAMAGED: why it cannot be taken in, in a sentence
 */
export async function editedFields(workspace: Workspace, plan: MirrorPlan, { path, id, text, rev }: Edited): Promise<Update | null> {
  if (plan.isForReaders) throw refused('This mirror is for readers: its files do not hold all of a record.')
  const current = await workspace.read(id)
  if (!current || current.trashed) throw new AppError('NOT_FOUND', 'Its record is not there any more, or is in the trash.')
  // `[withheld]` would take the place of what is withheld
  if (await plan.hasWithheld(id)) throw refused('The mirror withholds a part of this record, so its file cannot be taken in.')
  try {
    const draft = ownDraft(path, text, id)
    // the level of the mirror, or of what was withheld, may be another since
    if (draft.front.has(WITHHELD_KEY)) throw refused(WAS_WITHHELD)
    const base = await baseOf(workspace, current, draft, rev)
    const written = { ...base, attachments: current.attachments }
    const read = (one: Draft) => asFields(readRecord(one, plan.names, { attachments: current.attachments, names: plan.ownNames(current) }))
    const before = read(readDraft(path, plan.textOf(written, path)))
    const after = read(draft)
    // a line that got lost says nothing
    const isSaid = (field: string) => field !== 'classification' || draft.front.has('classification')
    const changed = Object.keys(after).filter((field) => isSaid(field) && !jsonEqual(before[field], after[field]))
    if (changed.length === 0) return null
    const now = asFields(current)
    const both = changed.filter((field) => !jsonEqual(asFields(base)[field], now[field]) && !jsonEqual(now[field], after[field]))
    if (both.length > 0) throw new AppError('CONFLICT', `It was changed here too since the file was written: ${both.join(', ')}.`)
    if (changed.includes('classification') && !isWithin(current.classification, after['classification'] as AnyRecord['classification']))
      throw refused('Its classification is lower in the file. Lower that of the record here instead.')
    if (changed.includes('title')) throw refused('Its title was changed in the file. Rename the record here instead.')
    if (isAdopted(current)) throw new AppError('ADOPTED', 'Its record is adopted: its text does not change any more.')
    const patch = patchByKind[current.kind].safeParse(Object.fromEntries(changed.map((field) => [field, after[field]])))
    if (!patch.success) throw refused(`What was changed in the file is not changed in this way: ${changed.join(', ')}.`)
    return { id, kind: current.kind, baseRev: current.rev, patch: patch.data }
  } catch (error) {
    if (error instanceof Refusal) throw refused(`It was not taken in: ${error.message}.`)
    throw error
  }
}

/** @throws Refusal, AppError */
function ownDraft(path: string, text: string, id: string): Draft {
  const draft = readDraft(path, text)
  if (draft.id !== id) throw refused('Its front matter does not say any more which record it is of.')
  return draft
}

/** After a backup was brought back numbers are given again: another version may have that of the file. */
async function baseOf(workspace: Workspace, current: AnyRecord, { front }: Draft, known: number | undefined): Promise<AnyRecord> {
  const rev = known ?? front.get('revision')
  const base = rev === current.rev ? current : typeof rev === 'number' ? await workspace.readVersion(current.id, rev) : undefined
  const isSame = base && isVersionOf({ revision: rev, updated: front.get('updated'), by: front.get('updated-by') }, base)
  if (!base || !isSame) throw refused('The version that the file was written from is not kept any more.')
  return base
}
