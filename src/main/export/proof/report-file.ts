import { AppError } from '../../../shared/errors.ts'
import { sha256 } from '../update-folder.ts'
import type { WrittenExport } from '../written.ts'
import { exportReportText } from './export-report.ts'
import type { Proven } from './index.ts'
import { reportPath } from './report-mark.ts'

/** The report as a file of the export. */
export function reportFile(
  written: WrittenExport,
  proven: Proven,
): { readonly path: string; readonly bytes: Uint8Array; readonly hash: string } {
  const path = reportPath(written.files.keys())
  const bytes = Buffer.from(exportReportText(written, proven, path))
  return { path, bytes, hash: sha256(bytes) }
}

/**
 * What says what the export holds, and how it came back, has to lie there as it was written: no report can name its own loss,
 * and by the list of files a later export knows what is its own.
 * @throws AppError IO
 */
export async function assertKept({ disk, at }: Pick<WrittenExport, 'disk' | 'at'>, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    if (Buffer.compare(await disk.readFile(at(path)), bytes) === 0) continue
    throw new AppError(
      'IO',
      `The disk did not keep “${path}” as it was written. Nothing was exported and what was there before is kept; export to a sound disk.`,
      { path },
    )
  }
}
