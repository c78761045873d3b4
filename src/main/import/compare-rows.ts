/** Files compared with the records that they may be already. */
import { isWithin } from '../../shared/model/classification-level.ts'
import { isAdoptedText } from '../../shared/model/adopted-text.ts'
import type { Kind } from '../../shared/model/common.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { pacing } from '../services/pacing.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { WITHHELD_KEY } from '../export/properties.ts'
import type { FileNames } from '../export/property-values.ts'
import type { AttachedFilesReader } from './attached-files.ts'
import { saysTheSame } from './change-record.ts'
import { isVersionOf } from './file-brief.ts'
import { NamedFiles } from './file-names-of.ts'
import { throwIfStopped } from './import-failures.ts'
import type { Standing } from './name-claims.ts'
import { Refusal } from './refusal.ts'
import { changedRecordOf, readRow } from './row-record.ts'
import type { Compared, SettledRow } from './settled-row.ts'
import type { ImportSource } from './source.ts'

/** Named between two turns of the event loop. */
const ROWS_AT_ONCE = 1_000

export interface Comparing {
  readonly source: ImportSource
  readonly standing: Pick<Standing, 'read'>
  readonly attached: AttachedFilesReader
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** What is found of each row with candidates, by path. `names`: what links to the other files lead to. */
export async function compareRows(open: readonly SettledRow[], names: FileNames, comparing: Comparing): Promise<Map<string, Compared>> {
  const found = new Map<string, Compared>()
  for (const [index, row] of open.entries()) {
    throwIfStopped(comparing.signal)
    const verdict = await compareRow(row, names, comparing)
    if (verdict) found.set(row.brief.path, verdict)
    comparing.onProgress?.(index + 1, open.length)
    if (index % 25 === 24) await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  return found
}

/** What links to files of the import lead to. Files that stay outside lead to nothing but themselves. */
export async function namesOfRows(rows: readonly SettledRow[]): Promise<FileNames> {
  const names = new NamedFiles()
  const next = pacing(ROWS_AT_ONCE)
  for (const { id, brief, title, aliases, action, like } of rows) {
    await next()
    // its record is there, and is what is meant
    if (action === 'refused' && like?.by === 'id')
      names.add({ id: like.id, path: brief.path, stem: brief.stem, title: like.title, aliases })
    else if (action === 'create' || action === 'update' || action === 'same')
      names.add({ id: id || brief.path, path: brief.path, stem: brief.stem, title, aliases })
  }
  return names
}

async function compareRow(row: SettledRow, names: FileNames, { source, standing, attached }: Comparing): Promise<Compared | undefined> {
  let first: Compared | undefined
  try {
    const { draft } = await readRow(source, row)
    const files = await attached.read(draft, undefined)
    for (const id of row.candidates) {
      const existing = await standing.read(id)
      if (!existing) continue
      const alike = { row: ofKind(existing.kind, row), draft, names, files, vault: attached.vault }
      const compared = verdictOn(row, existing, changedRecordOf(alike, existing))
      if (compared.verdict !== 'differs') return compared
      first ??= compared
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // it is no duplicate of anything; taking it in says the same
    return {
      id: row.candidates[0] ?? '',
      rev: 0,
      verdict: 'differs',
      isForward: false,
      lowers: false,
      isPart: false,
      blocked: error.message,
    }
  }
  return first
}

/** A country's file that came as a note says the same as a note. */
const ofKind = (kind: Kind, row: SettledRow): SettledRow => (row.kind === kind ? row : { ...row, kind, as: { ...row.as, word: { kind } } })

function verdictOn(row: SettledRow, existing: AnyRecord, changed: AnyRecord): Compared {
  const { brief } = row
  const { id, rev } = existing
  const isAlike = row.like?.by === 'id' || isCalled(existing, brief.title)
  const verdict = !isAlike
    ? 'differs'
    : saysTheSame(existing, changed)
      ? 'same'
      : !brief.ours && changed.body === existing.body
        ? 'text'
        : 'differs'
  const blocked = isAdoptedText(existing)
    ? 'its record is adopted minutes, which change by corrigendum only; it was left as it is'
    : isAdoptedText(changed)
      ? 'it says that the minutes are adopted, and those of its record are not; adopt them there'
      : ''
  const isForward = brief.ours !== undefined && isVersionOf(brief.ours.version, existing)
  const lowers = !isWithin(existing.classification, changed.classification)
  const isPart = existing.extra[WITHHELD_KEY] === true
  return { id, rev, verdict, isForward, lowers, isPart, blocked: verdict === 'same' ? '' : blocked }
}

/** By its title or an alias, or by the title that an import gives when that is taken: `Progress (Minutes)`, `Progress (2)`. */
function isCalled({ title, aliases }: AnyRecord, name: string): boolean {
  const key = linkKey(name)
  return [title, ...aliases].some((one) => linkKey(one) === key) || linkKey(title).startsWith(`${key.slice(0, 300)} (`)
}
