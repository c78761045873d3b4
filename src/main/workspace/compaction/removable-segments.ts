/** Which files in the folder of the segments are leftovers, and which may hold something that nothing else does. */
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import { scanSegment } from '../journal/segment-reader.ts'
import type { WorkspacePaths } from '../layout.ts'
import type { Manifest } from '../manifest-file.ts'
import { segmentNames } from '../manifest-file.ts'
import { isTemporaryName } from '../replace-file.ts'

/** Other generations of what `manifest` lists, except those that `previous` lists. */
export async function coveredSegments(
  files: FileSystem,
  paths: WorkspacePaths,
  manifest: Manifest,
  previous: Manifest | null,
): Promise<readonly string[]> {
  const listed = new Set([...segmentNames(manifest), ...(previous ? segmentNames(previous) : [])])
  return (await files.list(paths.segments)).filter((name) => {
    const place = listed.has(name) ? undefined : parseSegmentName(name)
    return place !== undefined && manifest.segments.some(({ first, last }) => first <= place.first && place.first <= last)
  })
}

/** Temporary files, and a segment behind the active one that has nothing in it yet. Nobody else may be writing. */
export async function unfinishedSegments(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<readonly string[]> {
  const active = parseSegmentName(manifest.active)?.first ?? Number.POSITIVE_INFINITY
  const unfinished: string[] = []
  for (const name of await files.list(paths.segments)) {
    const isBehind = (parseSegmentName(name)?.first ?? 0) > active
    if (isTemporaryName(name) || (isBehind && (await isEmpty(files, paths.segment(name), manifest)))) unfinished.push(name)
  }
  return unfinished
}

/** With its first frame at most: made by a change of segments that did not come to its end. */
async function isEmpty(files: FileSystem, path: string, { id }: Manifest): Promise<boolean> {
  const file = await files.openForReading(path)
  try {
    const size = await file.size()
    if (size > FIRST_FRAME_BYTES) return false
    let frames = 0
    for await (const item of scanSegment(file)) {
      if (item.type === 'frame' && item.frame.header.kind !== 'S') return false
      if (item.type === 'frame' && !Buffer.from(item.frame.payload).includes(id)) return false
      frames += 1
    }
    return frames <= 1
  } finally {
    await file.close()
  }
}

/** More than any first frame takes. */
const FIRST_FRAME_BYTES = 4_096
