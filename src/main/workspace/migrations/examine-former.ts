/** Looks at the files of a workspace of version 1 or 2 and says what is sound, without writing anything. */
import { AppError } from '../../../shared/errors.ts'
import type { ManifestState } from '../examine.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames } from '../layout.ts'
import { namesIn, readIfThere } from '../read-if-there.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import type { FormerRecords } from './former-records.ts'
import { readFormerRecords } from './former-records.ts'

/** `damaged` may still have content: what could be read of it. `reason`: one English sentence; empty when sound. */
export interface FormerRecordsState {
  readonly status: 'sound' | 'missing' | 'damaged'
  readonly content: FormerRecords | null
  readonly reason: string
}

/**
 * Whether the folder is of a version before the journal. When its manifest cannot tell, the files do: a journal has
 * segments.
 */
export async function isFormer(files: FileSystem, paths: WorkspacePaths, manifest: ManifestState): Promise<boolean> {
  if (manifest.status === 'former') return true
  if (manifest.status !== 'missing' && manifest.status !== 'damaged') return false
  if ((await namesIn(files, paths.segments)).some((name) => parseSegmentName(name) !== undefined)) return false
  return (await files.stat(paths.records)) !== undefined || (await files.stat(paths.previousRecords)) !== undefined
}

export async function examineFormerRecords(files: FileSystem, path: string): Promise<FormerRecordsState> {
  const bytes = await readIfThere(files, path)
  if (!bytes) return { status: 'missing', content: null, reason: 'The file is missing.' }
  try {
    const content = await readFormerRecords(bytes)
    const [first] = content.problems
    if (!first) return { status: 'sound', content, reason: '' }
    const which = first.title === '' ? '' : `“${first.title}”: `
    const more = content.problems.length > 1 ? ` (and ${content.problems.length - 1} more)` : ''
    return { status: 'damaged', content, reason: `${which}${first.reason}${more}` }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error
    return { status: 'damaged', content: null, reason: error.message }
  }
}

/** The sentence and the details of a file of these versions that is damaged. */
export async function damagedFormer(
  files: FileSystem,
  paths: WorkspacePaths,
  manifest: ManifestState,
  records: FormerRecordsState,
): Promise<AppError> {
  const isRecords = records.status !== 'sound'
  const reason = isRecords ? records.reason : manifest.reason
  const file = isRecords ? fileNames.records : fileNames.manifest
  const previous = isRecords ? await previousRecords(files, paths) : await previousManifest(files, paths, records)
  const remedy = previous?.readable
    ? `The state before the last save is kept in the folder and can be restored (${previous.records} records).`
    : 'Copy the folder to a safe place, then restore a backup.'
  return new AppError('DAMAGED', `The file ${file} is damaged. ${reason} Nothing was changed. ${remedy}`, {
    file,
    reason,
    previous,
    openReadOnly: records.content !== null,
    touched: (records.content?.problems ?? []).flatMap(({ id, title }) => (id === '' && title === '' ? [] : [{ id, title }])),
  })
}

interface Previous {
  readonly readable: boolean
  readonly records: number
  readonly revision: number
  readonly savedAt: string
}

async function previousRecords(files: FileSystem, paths: WorkspacePaths): Promise<Previous | null> {
  const { status, content } = await examineFormerRecords(files, paths.previousRecords)
  return status === 'missing' ? null : { readable: status === 'sound', ...figures(content) }
}

async function previousManifest(files: FileSystem, paths: WorkspacePaths, { content }: FormerRecordsState): Promise<Previous | null> {
  const { status } = await examineManifest(files, paths.previousManifest)
  return status === 'missing' ? null : { readable: status === 'former', ...figures(content) }
}

const figures = (content: FormerRecords | null) => ({
  records: content?.records.size ?? 0,
  revision: content?.revision ?? 0,
  savedAt: content?.savedAt ?? '',
})
