import { systemCode } from '../workspace/file-system.ts'
import { isClutter } from './target.ts'
import type { WrittenExport } from './written.ts'

/** No export lies deeper, and nobody's folders do. */
const MAX_DEPTH = 32
/** Whoever keeps more of their own in the folder knows. */
const MAX_FILES = 100_000

/**
 * Files in the export's folder that no export wrote. What begins with a full stop belongs to other programs; an import passes
 * over it. A link to another place and a folder that cannot be looked into are named as they stand.
 */
export async function foreignFiles({
  disk,
  files,
  target,
  removes,
}: Pick<WrittenExport, 'disk' | 'files' | 'target' | 'removes'>): Promise<string[]> {
  const found: string[] = []
  const at = (path: string) => (path === '' ? target.folder : `${target.folder}/${path}`)
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const name of await disk.list(at(folder))) {
      if (found.length === MAX_FILES) return
      if (name.startsWith('.') || isClutter(name)) continue
      const path = folder === '' ? name : `${folder}/${name}`
      // macOS hands names over decomposed
      if (files.has(path.normalize('NFC')) || removes.has(path.normalize('NFC'))) continue
      if (!(await isFolder(path)) || depth === MAX_DEPTH) found.push(path)
      else await named(path, () => visit(path, depth + 1))
    }
  }
  const isFolder = async (path: string) => !(await disk.isLink(at(path))) && (await disk.stat(at(path)))?.kind === 'folder'
  const named = async (path: string, looking: () => Promise<void>) => {
    try {
      await looking()
    } catch (error) {
      if (systemCode(error) === '') throw error
      found.push(`${path}/`)
    }
  }
  if (target.holds !== 'missing') await visit('', 1)
  return found.toSorted()
}
