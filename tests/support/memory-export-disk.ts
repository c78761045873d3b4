/** A disk in memory for exports and mirrors. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ExportDisk, Seen } from '../../src/main/export/export-disk.ts'
import { MemoryFileSystem } from './memory-file-system.ts'

export class MemoryExportDisk extends MemoryFileSystem implements ExportDisk {
  /** Other bytes count as written at another time. */
  async seen(path: string): Promise<Seen | undefined> {
    const found = await this.stat(path)
    const bytes = found?.kind === 'file' ? this.bytesOf(path) : undefined
    return bytes && { size: bytes.length, modified: createHash('sha256').update(bytes).digest().readUIntBE(0, 6) }
  }

  /** For tests: names that stand for other places. */
  readonly links = new Set<string>()

  isLink(path: string): Promise<boolean> {
    return Promise.resolve(this.links.has(path))
  }

  realPath(folder: string): Promise<string> {
    return Promise.resolve(folder)
  }

  /** The text of every file below a folder, by its path in it; hidden ones too. */
  async tree(folder: string): Promise<Record<string, string>> {
    const found: Record<string, string> = {}
    const visit = async (path: string) => {
      for (const name of (await this.list(join(folder, path))).toSorted()) {
        const at = path === '' ? name : `${path}/${name}`
        if ((await this.stat(join(folder, at)))?.kind === 'folder') await visit(at)
        else found[at] = Buffer.from(await this.readFile(join(folder, at))).toString()
      }
    }
    await visit('')
    return found
  }
}
