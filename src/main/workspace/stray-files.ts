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

/** Rewritten segments, and those that they replaced, are left to the compaction. */
export async function strayFiles(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<StrayFiles> {
  const known = new Set([...segmentNames(manifest), ACKNOWLEDGED])
  const activeFirst = parseSegmentName(manifest.active)?.first ?? 0
  const foreign: string[] = []
  const begun: string[] = []
  const ahead: string[] = []
  for (const name of await namesIn(files, paths.segments)) {
    if (known.has(name) || isTemporaryName(name)) continue
    const segment = parseSegmentName(name)
    if (!segment) foreign.push(name)
    else if (segment.first > activeFirst) ((await isBarelyBegun(files, paths.segment(name))) ? begun : ahead).push(name)
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
