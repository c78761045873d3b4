/** The table of an import on the records of a moment: settled by names, then by what the texts say. */
import type { ImportAction } from '../../shared/model/import-mapping.ts'
import type { AttachedFilesReader } from './attached-files.ts'
import { attachedReaderOf } from './attached-reader-of.ts'
import { compareRows, namesOfRows } from './compare-rows.ts'
import type { FileBrief } from './file-brief.ts'
import type { MappingRules } from './mapping-rules.ts'
import type { Standing } from './name-claims.ts'
import { settle } from './settle.ts'
import type { Compared, SettledRow } from './settled-row.ts'
import type { ImportSource } from './source.ts'

export interface TableOptions {
  readonly source: ImportSource
  readonly briefs: readonly FileBrief[]
  readonly rules: MappingRules
  /** What the person has decided, by path. */
  readonly decisions: ReadonlyMap<string, ImportAction>
  readonly standing: Standing
  /** Nobody decides any more: what is made anew by decision is compared with nothing. */
  readonly isFinal?: boolean
  /** Hashes the files of records; made from the source's list unless given. */
  readonly attached?: AttachedFilesReader
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
}

export interface Table {
  /** In the order of the briefs. */
  readonly rows: readonly SettledRow[]
  /** What was found of records that are there, by path. */
  readonly compared: ReadonlyMap<string, Compared>
}

/** @throws AppError */
export async function makeTable(options: TableOptions): Promise<Table> {
  const { source, briefs, rules, decisions, standing, signal } = options
  // what a person may choose instead is known only of what was compared
  const decided = options.isFinal ? decisions : new Map<string, ImportAction>()
  const first = await settle(briefs, { standing, rules, decisions: decided, compared: new Map() })
  const open = first.filter(({ candidates, action }) => candidates.length > 0 && action !== 'create' && action !== 'skip')
  if (open.length === 0)
    return {
      rows: decided === decisions ? first : await settle(briefs, { standing, rules, decisions, compared: new Map() }),
      compared: new Map(),
    }
  const attached =
    options.attached ?? (await attachedReaderOf(await source.list(signal), briefs, { source, now: '', remark: () => undefined }))
  // each stands at first as if it were the record of its name
  const compared = await compareRows(open, await namesOfRows(first), { ...options, attached })
  const rows = await settle(briefs, { standing, rules, decisions, compared })
  if (!rows.some(({ action, title }, index) => action === 'same' && title !== first[index]?.title)) return { rows, compared }
  // some are records of other titles: texts that link to them are compared once more
  const unlike = open.filter(({ brief }) => compared.get(brief.path)?.verdict !== 'same')
  for (const [path, found] of await compareRows(unlike, await namesOfRows(rows), { ...options, attached })) compared.set(path, found)
  return { rows: await settle(briefs, { standing, rules, decisions, compared }), compared }
}
