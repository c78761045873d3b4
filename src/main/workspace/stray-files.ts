/** Files in the folder of the segments that the manifest does not name. */
import type { FileSystem } from './file-system.ts'
import { parseSegmentName } from './journal/segment-head.ts'
import type { WorkspacePaths } from './layout.ts'
import { ACKNOWLEDGED, fileNames } from './layout.ts'
import type { JournalDamage } from './load-journal.ts'
import type { Manifest } from './manifest-file.ts'
import { segmentNames } from './manifest-file.ts'
import { namesIn } from './read-if-there.ts'
import { isBarelyBegun } from './recognise.ts'
import { isTemporaryName } from './replace-file.ts'

export interface StrayFiles {
  /** Nothing of ours. */
  readonly foreign: readonly string[]
  /** Segments that were begun when the program stopped, before the manifest named them: nothing is in them. */
  readonly begun: readonly string[]
  /** Segments that go on where the manifest ends, with records in them: the manifest is older than they are. */
  readonly ahead: readonly string[]
}

/** A file in the folder of the segments. */
export interface SeenFile {
  readonly name: string
  /** A segment with nothing behind its first line. */
  readonly isBegun: boolean
}

/**
 * To be called before the manifest is read: a writer beside us puts no record into a segment that its manifest does not
 * name, so that one which has records now is named by any manifest read later.
 */
export async function lookAround(files: FileSystem, paths: WorkspacePaths): Promise<readonly SeenFile[]> {
  const names = await namesIn(files, paths.segments)
  return Promise.all(
    names.map(async (name) => ({
      name,
      isBegun: parseSegmentName(name) !== undefined && (await isBarelyBegun(files, paths.segment(name))),
    })),
  )
}

/** Rewritten segments, and those that they replaced, are left to the compaction. */
export function strayFiles(seen: readonly SeenFile[], manifest: Manifest): StrayFiles {
  // those that a state was put in the place of lie in set-aside as well
  const known = new Set([...segmentNames(manifest), ...manifest.discarded, ACKNOWLEDGED])
  const activeFirst = parseSegmentName(manifest.active)?.first ?? 0
  const foreign: string[] = []
  const begun: string[] = []
  const ahead: string[] = []
  for (const { name, isBegun } of seen) {
    if (known.has(name) || isTemporaryName(name)) continue
    const segment = parseSegmentName(name)
    if (!segment) foreign.push(name)
    else if (segment.first > activeFirst) (isBegun ? begun : ahead).push(name)
  }
  return { foreign, begun, ahead }
}

/** Opening for writing would lose what they hold. */
export const aheadOf = ({ ahead }: StrayFiles): readonly JournalDamage[] =>
  ahead.map((name) => ({
    file: fileNames.manifest,
    reason: `It is older than the records: it does not name ${fileNames.segments}/${name}.`,
    touched: [],
  }))
