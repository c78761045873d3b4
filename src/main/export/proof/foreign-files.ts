import { isClutter } from '../target.ts'
import type { WrittenExport } from '../written.ts'

/** No export lies deeper, and nobody's folders do. */
const MAX_DEPTH = 32

/** Files in the export's folder that no export wrote. What begins with a full stop belongs to other programs; an import passes over it. */
export async function foreignFiles({
  disk,
  files,
  target,
  removes,
}: Pick<WrittenExport, 'disk' | 'files' | 'target' | 'removes'>): Promise<string[]> {
  const found: string[] = []
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const name of await disk.list(folder === '' ? target.folder : `${target.folder}/${folder}`)) {
      if (name.startsWith('.') || isClutter(name)) continue
      const path = folder === '' ? name : `${folder}/${name}`
      // macOS hands names over decomposed
      if (files.has(path.normalize('NFC')) || removes.has(path.normalize('NFC'))) continue
      const kind = (await disk.stat(`${target.folder}/${path}`))?.kind
      if (kind === 'folder' && depth < MAX_DEPTH) await visit(path, depth + 1)
      else if (kind === 'file') found.push(path)
    }
  }
  if (target.holds !== 'missing') await visit('', 1)
  return found.toSorted()
}
