/** Brings the files of an older version up to date on the disk, with the old ones kept in `backups/`. */
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { Examination } from '../examine.ts'
import { examineManifest, examineRecords } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, SCHEMA_VERSION } from '../layout.ts'
import { manifestCodec } from '../manifest-file.ts'
import type { RecordsDocument } from '../records-file.ts'
import { recordsCodec } from '../records-file.ts'
import { copyFile, replaceFile } from '../replace-file.ts'

/**
 * Answers whether anything was migrated. Each file carries its own version, so that a crash between the two leaves a
 * workspace that the next opening brings to its end.
 */
export async function upgradeFiles(files: FileSystem, paths: WorkspacePaths, { manifest, records }: Examination): Promise<boolean> {
  const oldManifest = manifest.version < SCHEMA_VERSION && manifest.content
  const oldRecords = records.version < SCHEMA_VERSION && records.content
  if (!oldManifest && !oldRecords) return false
  await keepOriginals(files, paths)
  if (oldRecords) {
    await replaceFile(files, paths.records, recordsCodec.encode(oldRecords), {
      previous: paths.previousRecords,
      verify: async (temporary) => assertSame(oldRecords, (await examineRecords(files, temporary)).content),
    })
  }
  if (oldManifest) {
    await replaceFile(files, paths.manifest, manifestCodec.encode(oldManifest), {
      previous: paths.previousManifest,
      verify: async (temporary) => {
        const { status, content } = await examineManifest(files, temporary)
        if (status !== 'sound' || content?.id !== oldManifest.id) throw notTheSame()
      },
    })
  }
  return true
}

async function keepOriginals(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  const folder = await freeFolder(files, join(paths.backups, `before-schema-${SCHEMA_VERSION}`))
  await files.createFolder(folder)
  await copyFile(files, paths.records, join(folder, fileNames.records))
  await copyFile(files, paths.manifest, join(folder, fileNames.manifest))
  await files.syncFolder(paths.backups)
  await files.syncFolder(paths.folder)
}

/** An earlier attempt may have left its copies there; they stay. */
async function freeFolder(files: FileSystem, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await files.stat(folder))) return folder
  }
}

function assertSame(expected: RecordsDocument, found: RecordsDocument | null): void {
  if (!found || found.revision !== expected.revision || found.records.size !== expected.records.size) throw notTheSame()
  for (const [id, { json }] of expected.records) {
    const other = found.records.get(id)
    if (!other || Buffer.compare(json, other.json) !== 0) throw notTheSame()
  }
}

const notTheSame = () =>
  new AppError(
    'IO',
    'The upgraded file did not read back as it was written, so the upgrade was called off. The old files are untouched; check the disk, then open the workspace again.',
  )
