/** Which files in the folder of the segments hold nothing more than those that count. */
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import type { Manifest } from '../manifest-file.ts'
import { segmentNames } from '../manifest-file.ts'

/** Other generations of what `manifest` lists as closed, except those that `previous` lists. */
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
