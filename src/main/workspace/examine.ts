/** Looks at a workspace's manifest and says what is sound, without writing anything. */
import type { FileSystem } from './file-system.ts'
import { DamagedFileError } from './json-file.ts'
import { SCHEMA_VERSION } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import { FormerManifestError, NewerManifestError, readManifest } from './manifest-file.ts'
import type { FormerManifest } from './migrations/former-manifest.ts'
import type { WorkspaceInfo } from './port.ts'
import { readIfThere } from './read-if-there.ts'

/** `reason`: one English sentence; empty when sound. */
export type ManifestState =
  | { readonly status: 'sound'; readonly content: Manifest; readonly reason: '' }
  /** Of a version before the journal. */
  | {
      readonly status: 'former'
      readonly content: null
      readonly former: FormerManifest
      readonly version: number
      readonly reason: string
    }
  | { readonly status: 'newer'; readonly content: null; readonly info: WorkspaceInfo; readonly version: number; readonly reason: string }
  | { readonly status: 'missing' | 'damaged'; readonly content: null; readonly reason: string }

export async function examineManifest(files: FileSystem, path: string): Promise<ManifestState> {
  const bytes = await readIfThere(files, path)
  if (!bytes) return { status: 'missing', content: null, reason: 'The file is missing.' }
  try {
    return { status: 'sound', content: readManifest(bytes).manifest, reason: '' }
  } catch (error) {
    if (error instanceof FormerManifestError) {
      const { version, manifest: former } = error
      return { status: 'former', content: null, former, version, reason: `The file is of version ${version}, from before the journal.` }
    }
    if (error instanceof NewerManifestError) {
      const { version, info } = error
      const reason = `The file is of version ${version}; this application knows versions up to ${SCHEMA_VERSION}.`
      return { status: 'newer', content: null, info, version, reason }
    }
    if (!(error instanceof DamagedFileError)) throw error
    return { status: 'damaged', content: null, reason: error.message }
  }
}
