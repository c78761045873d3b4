/** One file of an export, read as an import reads it, against the record that it was written of. */
import { readDraft, type Draft } from '../../import/draft.ts'
import { utf8Text } from '../../import/utf8-text.ts'
import { readRecord } from '../../import/read-properties.ts'
import { Refusal } from '../../import/refusal.ts'
import type { ExportLoss } from '../../../shared/contract/jobs.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import type { AnyRecord, NewRecord } from '../../../shared/model/record.ts'
import { ATTACHMENTS } from '../attachment-files.ts'
import type { AttachedFiles } from '../../import/attached-files.ts'
import { WITHHELD_KEY } from '../properties.ts'
import type { FileNames } from '../property-values.ts'
import type { Withheld } from '../withheld-record.ts'
import { differences } from './differences.ts'
import type { ReadBack } from './read-back.ts'
import type { Entry } from '../entries.ts'
import type { WrittenExport } from '../written.ts'

export type Lose = (loss: Pick<ExportLoss, 'field' | 'problem'> & { readonly path?: string }) => void

/** What a file holds: undefined when it cannot be taken in. */
export async function readWritten(record: Entry, readBack: ReadBack, lose: Lose): Promise<Draft | undefined> {
  const { found, bytes } = await readBack.read(record.path)
  if (found !== 'sound') lose({ field: '', problem: found })
  if (!bytes) return undefined
  const draft = unlessRefused(() => readDraft(record.path, utf8Text(bytes)))
  if (!draft) lose({ field: '', problem: 'unreadable' })
  return draft
}

/** Names every field that came back otherwise. Answers the record as it was read. */
export function compareWritten(
  { record: expected, isWhole }: Withheld,
  draft: Draft,
  names: FileNames,
  attached: AttachedFiles,
  lose: Lose,
): NewRecord | undefined {
  if (draft.id !== expected.id) {
    // without an id it would come as a note
    lose(draft.id === undefined ? { field: '', problem: 'unreadable' } : { field: 'id', problem: 'differs' })
    return undefined
  }
  const found = unlessRefused(() => readRecord(draft, names, attached))
  if (!found) lose({ field: '', problem: 'unreadable' })
  else {
    // without its mark an import would put a part in the place of the record
    const marked = isWhole ? expected : { ...expected, extra: { ...expected.extra, [WITHHELD_KEY]: true } }
    for (const field of differences(marked, found, draft.front)) lose({ field, problem: 'differs' })
  }
  return found
}

/** The files of the record, with the bytes that they had. `found`: as its front matter has them; undefined where there is none. */
export async function compareAttachments(
  expected: AnyRecord,
  found: AttachedFiles['attachments'] | undefined,
  { attached, files }: Pick<WrittenExport, 'attached' | 'files'>,
  readBack: ReadBack,
  lose: Lose,
): Promise<void> {
  const names = new Set<string>()
  for (const attachment of expected.attachments) {
    const { name } = attachment
    names.add(name)
    const path = `${ATTACHMENTS}/${attached.fileOf(attachment)}`
    // one that was lost in the workspace was not written
    const state = files.has(path) ? await readBack.check(path) : 'missing'
    if (state !== 'sound') lose({ path, field: name, problem: state })
    else if (found && !jsonEqual(attachment, found.find((one) => one.name === name) ?? null)) lose({ field: name, problem: 'differs' })
  }
  for (const { name } of found ?? []) if (!names.has(name)) lose({ field: name, problem: 'differs' })
}

export function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return undefined
  }
}
