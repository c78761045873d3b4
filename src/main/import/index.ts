/** Import of a folder of markdown: our own export comes back as it was, plain files become notes. One transaction. */
import type { Author } from '../../shared/model/common.ts'
import type { Workspace } from '../workspace/port.ts'
import { AttachedFilesReader } from './attached-files.ts'
import { readDraft, type Draft } from './draft.ts'
import { throwIfStopped, type ImportOptions } from './import-options.ts'
import { FileReader, findMarkdownFiles } from './markdown-files.ts'
import { leavingOut } from './refusal.ts'
import { StagedImport } from './staged-import.ts'

export type { ImportOptions } from './import-options.ts'

export interface ImportReport {
  readonly created: number
  /** Records of the same id and content that were there already. */
  readonly unchanged: number
  /** Files that were left out. `reason` goes on from "was left out: ". */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
  /** What was settled on the way, such as another title. */
  readonly remarks: readonly { readonly file: string; readonly remark: string }[]
  /** Files that are no markdown. */
  readonly ignored: number
}

/**
 * @throws AppError MISSING, INVALID_INPUT, NO_PERMISSION, IO, CANCELLED, and what a transaction throws; nothing was
 * changed then.
 */
export async function importMarkdown(
  workspace: Workspace,
  author: Author,
  folder: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const found = await findMarkdownFiles(folder)
  const refused = [...found.refused]
  const drafts: Draft[] = []
  const reader = new FileReader(folder)
  for (const [done, path] of found.files.entries()) {
    throwIfStopped(options.signal)
    await leavingOut(refused, path, async () => void drafts.push(readDraft(path, await reader.read(path))))
    options.onProgress?.(done + 1, found.files.length)
    if (done % 100 === 99) await new Promise((resolve) => void setImmediate(resolve))
  }
  const importing = new StagedImport(refused, options, author)
  const attached = new AttachedFilesReader({
    folder,
    files: [...found.files, ...found.others].toSorted(),
    store: options.attachments,
    now: new Date((options.clock ?? Date.now)()).toISOString(),
    remark: (file, remark) => void importing.remarks.push({ file, remark }),
  })
  // a markdown file among a record's files is no note
  const listed = new Set(drafts.flatMap((draft) => attached.listed(draft)))
  const notes = drafts.filter(({ path }) => !listed.has(path))
  try {
    for (const draft of notes) {
      throwIfStopped(options.signal)
      importing.attached.set(draft.path, await attached.read(draft, draft.id !== undefined && workspace.head(draft.id) !== undefined))
    }
    await workspace.transact(author, (transaction) => importing.into(transaction, notes), { kind: 'command' })
  } finally {
    attached.release()
  }
  const ignored = found.others.filter((path) => !attached.taken.has(path)).length
  return { created: importing.created, unchanged: importing.unchanged, refused, remarks: importing.remarks, ignored }
}
