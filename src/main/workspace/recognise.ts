/** Tells a workspace, however damaged, from a folder that merely holds files of the same names. */
import type { FileSystem } from './file-system.ts'
import { frameBytes, readHeader } from './journal/frame.ts'
import { parseSegmentName, SEGMENT_FORMAT } from './journal/segment-head.ts'
import type { WorkspacePaths } from './layout.ts'
import { ACKNOWLEDGED, fileNames } from './layout.ts'
import { MANIFEST_FORMAT } from './manifest-file.ts'
import { FORMER_RECORDS_FORMAT } from './migrations/former-records.ts'
import { namesIn, readIfThere } from './read-if-there.ts'
import { isTemporaryName } from './replace-file.ts'

/** What systems and sync programs put into a folder by themselves. */
const foreignNames = new Set(['.DS_Store', '.localized', 'desktop.ini', 'Thumbs.db', '.dropbox', '.dropbox.attr'])
/** What an interrupted creation leaves: the manifest is written last. */
const creationNames = new Set<string>([fileNames.lock, fileNames.owner, fileNames.segments, fileNames.reserve, fileNames.previousManifest])
/** The first line of a segment, whatever its fields say. */
const FIRST_LINE_BYTES = 4096

export async function holdsWorkspace(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  const names = new Set(await files.list(paths.folder))
  if (names.has(fileNames.manifest) && (names.has(fileNames.lock) || (await mentions(files, paths.manifest, MANIFEST_FORMAT)))) return true
  if (await isFree(files, paths)) return false
  return (
    (await mentions(files, paths.previousManifest, MANIFEST_FORMAT)) ||
    (await holdsSegments(files, paths)) ||
    (await mentions(files, paths.records, FORMER_RECORDS_FORMAT)) ||
    (await mentions(files, paths.previousRecords, FORMER_RECORDS_FORMAT))
  )
}

/** True when a workspace may be made there: no folder yet, an empty one, or one where making it was interrupted. */
export async function isFree(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  const folder = await files.stat(paths.folder)
  if (folder?.kind !== 'folder') return !folder
  const names = (await files.list(paths.folder)).filter((name) => !foreignNames.has(name) && !isTemporaryName(name))
  if (!names.every((name) => creationNames.has(name))) return false
  // written when the first segment is there: then only the manifest is missing
  if (names.includes(fileNames.previousManifest) && !names.includes(fileNames.segments)) return false
  for (const name of await namesIn(files, paths.segments)) {
    if (isTemporaryName(name) || name === ACKNOWLEDGED) continue
    if (!parseSegmentName(name) || !(await isBarelyBegun(files, paths.segment(name)))) return false
  }
  return true
}

/** A segment whose making was interrupted, or that nothing has been written to since. */
export async function isBarelyBegun(files: FileSystem, path: string): Promise<boolean> {
  const size = (await files.stat(path))?.size ?? 0
  if (size > FIRST_LINE_BYTES) return false
  const bytes = await readIfThere(files, path)
  const header = bytes && readHeader(bytes, 0)
  return !header || (header.kind === 'S' && frameBytes(header.length) >= size)
}

async function holdsSegments(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  for (const name of await namesIn(files, paths.segments)) {
    if (parseSegmentName(name) && (await beginsWithSegmentHead(files, paths.segment(name)))) return true
  }
  return false
}

async function beginsWithSegmentHead(files: FileSystem, path: string): Promise<boolean> {
  const file = await files.openForReading(path)
  try {
    const bytes = Buffer.alloc(FIRST_LINE_BYTES)
    return bytes.subarray(0, await file.read(bytes, 0)).includes(SEGMENT_FORMAT)
  } finally {
    await file.close()
  }
}

async function mentions(files: FileSystem, path: string, format: string): Promise<boolean> {
  const bytes = await readIfThere(files, path)
  return bytes !== undefined && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(format)
}
