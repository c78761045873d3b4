/** Looks at a workspace's files and says what is sound, without writing anything. */
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { DamagedFileError } from './json-file.ts'
import type { WorkspacePaths } from './layout.ts'
import { SCHEMA_VERSION } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import { NewerManifestError, readManifest } from './manifest-file.ts'
import type { RecordsContent } from './records-file.ts'
import { readRecords } from './records-file.ts'

/**
 * `damaged` may still have content: what could be read of it. `version` is the one on the disk, 0 when it cannot be
 * told.
 */
export interface FileState<T> {
  readonly status: 'sound' | 'missing' | 'damaged' | 'newer'
  readonly version: number
  readonly content: T | null
  /** One English sentence; empty when sound. */
  readonly reason: string
}

export interface Examination {
  readonly manifest: FileState<Manifest>
  readonly records: FileState<RecordsContent>
}

export async function examine(files: FileSystem, paths: WorkspacePaths): Promise<Examination> {
  return { manifest: await examineManifest(files, paths.manifest), records: await examineRecords(files, paths.records) }
}

export async function examineManifest(files: FileSystem, path: string): Promise<FileState<Manifest>> {
  const bytes = await readIfThere(files, path)
  if (!bytes) return missing
  try {
    const { manifest, version } = readManifest(bytes)
    return { status: 'sound', version, content: manifest, reason: '' }
  } catch (error) {
    if (error instanceof NewerManifestError)
      return { status: 'newer', version: error.version, content: error.manifest, reason: newerReason(error.version) }
    return damagedBy(error)
  }
}

export async function examineRecords(files: FileSystem, path: string): Promise<FileState<RecordsContent>> {
  const bytes = await readIfThere(files, path)
  if (!bytes) return missing
  try {
    const content = await readRecords(bytes)
    const { version, problems } = content
    if (version > SCHEMA_VERSION) return { status: 'newer', version, content, reason: newerReason(version) }
    const [first] = problems
    if (!first) return { status: 'sound', version, content, reason: '' }
    const which = first.title === '' ? '' : `“${first.title}”: `
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    return { status: 'damaged', version, content, reason: `${which}${first.reason}${more}` }
  } catch (error) {
    return damagedBy(error)
  }
}

const missing: FileState<never> = { status: 'missing', version: 0, content: null, reason: 'The file is missing.' }

const newerReason = (version: number) => `The file is of version ${version}; this application knows versions up to ${SCHEMA_VERSION}.`

function damagedBy(error: unknown): FileState<never> {
  if (!(error instanceof DamagedFileError)) throw error
  return { status: 'damaged', version: 0, content: null, reason: error.message }
}

async function readIfThere(files: FileSystem, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
