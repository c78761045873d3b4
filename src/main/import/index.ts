/** Import of markdown: our own export comes back as it was, files of other programs as a mapping says. One transaction. */
import { v7 as uuid } from 'uuid'
import type { ImportReport } from '../../shared/contract/jobs.ts'
import type { Author } from '../../shared/model/common.ts'
import type { ImportMapping } from '../../shared/model/import-mapping.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Clock, NewId, Workspace } from '../workspace/port.ts'
import { runImport } from './run-import.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readSource, type ReadSource } from './read-source.ts'
import { openSource } from './open-source.ts'

export interface ImportOptions {
  /** Called with files read and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  readonly newId?: NewId
  /** Takes in the records' files; without it they are named in the remarks and left out. */
  readonly attachments?: AttachmentStore
  /** When files are said to have been added. The system's clock unless given. */
  readonly clock?: Clock
  /** How foreign files are taken; `proposed` reads it off their names. Without one they become notes. */
  readonly mapping?: ImportMapping | 'proposed'
}

/**
 * A folder or a zip archive, without a person to ask.
 * @throws AppError MISSING, INVALID_INPUT, NO_PERMISSION, IO, CANCELLED, and what a transaction throws; nothing was
 * changed then.
 */
export async function importMarkdown(
  workspace: Workspace,
  author: Author,
  path: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const source = await openSource(path)
  try {
    const read = await readSource(source, options)
    const { report } = await runImport({
      source,
      read,
      mapping: mappingOf(read, options),
      decisions: new Map(),
      seen: new Map(),
      store: options.attachments,
      now: new Date((options.clock ?? Date.now)()).toISOString(),
      author,
      newId: options.newId ?? uuid,
      signal: options.signal,
      onProgress: () => undefined,
      transact: (work) => workspace.transact(author, work, { kind: 'command' }),
    })
    return report
  } finally {
    await source.close()
  }
}

/** The mapping that the options ask for. */
export function mappingOf({ folders, keys }: ReadSource, { mapping = NO_MAPPING }: ImportOptions): ImportMapping {
  return mapping === 'proposed'
    ? proposeMapping(
        folders.map(({ path }) => path),
        keys,
      )
    : mapping
}

const NO_MAPPING: ImportMapping = { folders: [], kinds: [], keys: [] }
