import { AttachedFilesReader, type AttachedFilesOptions } from './attached-files.ts'
import type { FileBrief } from './file-brief.ts'
import type { SourceListing } from './source.ts'
import { VaultPaths } from './vault-paths.ts'

/** By which Joplin's links know a note. */
const JOPLIN_ID = /^[0-9a-f]{32}$/i

/** What finds and reads the files that come with the records of a source. */
export async function attachedReaderOf(
  { files, others }: SourceListing,
  briefs: readonly FileBrief[],
  options: Omit<AttachedFilesOptions, 'files' | 'vault'>,
): Promise<AttachedFilesReader> {
  const all = [...files, ...others].toSorted()
  const ids = briefs.flatMap(({ path, front }): [string, string][] => {
    const id = front.get('id')?.[0]
    return id !== undefined && JOPLIN_ID.test(id) ? [[path, id]] : []
  })
  return AttachedFilesReader.of({ ...options, files: all, vault: await VaultPaths.of(all, new Map(ids)) })
}
