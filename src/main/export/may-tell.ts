/** Whether what lies beside an export up to a level, and is in no list, may tell of what is above it. */
import { AppError } from '../../shared/errors.ts'
import { isWithin } from '../../shared/model/classification-level.ts'
import type { Classification } from '../../shared/model/common.ts'
import { foreignFiles } from './foreign-files.ts'
import type { Withholding } from './withholding.ts'
import type { WrittenExport } from './written.ts'

/** Whoever keeps a larger text there is told to look for themselves. */
const MAX_BYTES = 20 * 1024 * 1024

/**
 * Files of somebody, and those that an earlier export set aside. When that was made up to a higher level, `upTo`, all of them may
 * tell; else the texts that name what is withheld now.
 */
export async function mayTell(written: WrittenExport, upTo: Classification, held: Withholding): Promise<boolean> {
  const { disk, target, options } = written
  const paths = await foreignFiles(written)
  if (paths.length > 0 && !isWithin(upTo, options.upTo)) return true
  for (const path of paths) {
    if (held.text(path) !== path) return true
    if (!/\.(?:md|markdown|txt)$/i.test(path)) continue
    const at = `${target.folder}/${path}`
    const found = await disk.stat(at)
    if (found?.kind !== 'file') continue
    if (found.size > MAX_BYTES) return true
    const text = new TextDecoder().decode(await disk.readFile(at))
    if (held.text(text) !== text) return true
  }
  return false
}

export const toldByHand = (folder: string) =>
  new AppError(
    'NOT_EMPTY',
    'Files in this folder that were written or changed by hand may tell of what is classified higher. Nothing was exported and what was there before is kept; choose another folder.',
    { folder },
  )
