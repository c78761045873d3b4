import { stat } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { FolderSource } from './folder-source.ts'
import { withImportFailures } from './import-failures.ts'
import type { ImportSource } from './source.ts'

/** @throws AppError MISSING, INVALID_INPUT when it is neither a folder nor a zip archive, NO_PERMISSION, IO */
export async function openSource(path: string): Promise<ImportSource> {
  const found = await withImportFailures(() => stat(path))
  if (found.isDirectory()) return new FolderSource(path)
  if (found.isFile() && /\.zip$/i.test(path)) {
    const { ZipSource } = await import('./zip-source.ts')
    return ZipSource.open(path)
  }
  throw new AppError(
    'INVALID_INPUT',
    'That is neither a folder nor a zip file. Nothing was imported; choose the folder that holds the markdown files, or a zip file of it.',
  )
}
