/** What opening does with the leftovers of a compaction or of another state, whether it was interrupted or came to its end. */
import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import type { Manifest } from '../manifest-file.ts'
import { manifestCodec, segmentNames } from '../manifest-file.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import { examineManifest } from '../examine.ts'
import { replaceFile } from '../replace-file.ts'
import { coveredSegments } from './covered-segments.ts'

export interface FinishedCompaction {
  /** The one that counts from now on. */
  readonly manifest: Manifest
  /** Names of the files that went. */
  readonly removed: readonly string[]
  /** Among them were rewritten files that had not come to count; else they were of an earlier generation. */
  readonly wasInterrupted: boolean
}

/**
 * Only after everything that the manifest names was found whole, and only by who holds the lock. When the disk refuses,
 * the next opening does it: a full disk must not keep anybody from opening the workspace to make room.
 * @throws UncertainReplacementError
 */
export async function finishCompaction(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<FinishedCompaction> {
  try {
    return await finish(files, paths, manifest)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return { manifest, removed: [], wasInterrupted: false }
  }
}

async function finish(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<FinishedCompaction> {
  let next = manifest
  let previous: Manifest | null = null
  let removed: readonly string[] = []
  if (manifest.discarded.length > 0) {
    // files of erased records or of a state that was replaced: from here on no manifest names them as segments
    next = { ...manifest, discarded: [] }
    await replaceFile(files, paths.previousManifest, manifestCodec.encode(next))
    removed = await removeAll(files, paths, await discardedSegments(files, paths, manifest))
    await replaceFile(files, paths.manifest, manifestCodec.encode(next))
  } else previous = (await examineManifest(files, paths.previousManifest)).content
  removed = [...removed, ...(await removeAll(files, paths, await coveredSegments(files, paths, next, previous)))]
  return { manifest: next, removed, wasInterrupted: removed.some((name) => isNewerThanListed(name, next)) }
}

/** A segment that was begun since may bear the name of one that was to go. */
async function discardedSegments(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<readonly string[]> {
  const listed = new Set(segmentNames(manifest))
  const discarded = new Set(manifest.discarded.filter((name) => !listed.has(name)))
  return (await files.list(paths.segments)).filter((name) => discarded.has(name))
}

async function removeAll(files: FileSystem, paths: WorkspacePaths, names: readonly string[]): Promise<readonly string[]> {
  for (const name of names) await files.remove(paths.segment(name))
  if (names.length > 0) await files.syncFolder(paths.segments)
  return names
}

/** A compaction was interrupted between giving new files their names and the manifest. */
const isNewerThanListed = (name: string, manifest: Manifest): boolean => {
  const place = parseSegmentName(name)
  return manifest.segments.some((segment) => {
    const listed = parseSegmentName(segment.name)
    return place !== undefined && listed !== undefined && listed.first === place.first && listed.generation < place.generation
  })
}
