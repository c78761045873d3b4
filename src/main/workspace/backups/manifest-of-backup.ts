/** The manifest of a workspace that consists of the files of a backup. */
import { AppError } from '../../../shared/errors.ts'
import type { FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { segmentName } from '../journal/segment-head.ts'
import { SCHEMA_VERSION } from '../layout.ts'
import { DEFAULT_SETTINGS, MANIFEST_FORMAT, manifestCodec, type Manifest } from '../manifest-file.ts'
import type { NewId } from '../port.ts'
import { replaceFile } from '../replace-file.ts'
import type { BackupFile } from './backup-file.ts'

/** @throws AppError NEWER_FORMAT */
export function refuseOtherVersion({ workspace: { schemaVersion } }: BackupFile): void {
  if (schemaVersion === SCHEMA_VERSION) return
  throw new AppError(
    'NEWER_FORMAT',
    'The backup was made by another version of Rapporteur. Nothing was changed. Open it with that version, or choose another backup.',
    { found: schemaVersion, supported: SCHEMA_VERSION },
  )
}

export interface Become {
  /** In the names of its segments. */
  readonly generation: number
  /** What stands there now, whose name and settings stay. */
  readonly now?: Manifest | undefined
  /** Segments of what stands there now, which go. */
  readonly discarded?: readonly string[]
  readonly newId: NewId
}

/** @throws DamagedFileError */
export function manifestOf({ workspace, segments }: BackupFile, { generation, now, discarded = [], newId }: Become): Manifest {
  const { id, name, sample, createdAt, searches, actionViews } = workspace
  const named = segments.map(({ bytes, frames, first, last, link }) => ({
    name: segmentName(first, generation),
    bytes,
    frames,
    first,
    last,
    link,
  }))
  const active = named.pop()
  if (!active) throw new DamagedFileError('It lists no segment.')
  return {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id,
    name: now?.name ?? name,
    sample,
    createdAt,
    // whatever was derived from the state before, and the mark of what had been saved, do not count any more
    lineage: newId(),
    // the second place is one of the device it was made on
    settings: now?.settings ?? { ...DEFAULT_SETTINGS, searches, actionViews },
    segments: named,
    active: active.name,
    discarded: [...discarded],
  }
}

export async function writeManifest(files: FileSystem, path: string, manifest: Manifest): Promise<void> {
  const verify = async (temporary: string) => {
    await manifestCodec.decode(await files.readFile(temporary))
  }
  await replaceFile(files, path, manifestCodec.encode(manifest), { verify })
}
