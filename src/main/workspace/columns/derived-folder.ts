/** Files that services derive from the records, in the folder `derived/`; any of them may be missing at any time. */
import { join } from 'node:path'
import { z } from '../../../shared/model/zod.ts'
import type { FileSystem } from '../file-system.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import type { DerivedFiles, DerivedPlace } from '../port.ts'
import { COLUMNS_NAME } from './columns-file.ts'
import { LatestWrites } from './latest-writes.ts'
import { readStamped, writeStamped } from './stamped-file.ts'

const FORMAT = 'rapporteur-derived'
const FORMAT_VERSION = 1
const NAME = /^[a-z0-9][a-z0-9-]*$/

const stampSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  workspace: z.string(),
  lineage: z.string(),
  rowsEpoch: z.string(),
  name: z.string(),
  version: z.number(),
  icu: z.string(),
  revision: z.number(),
})

/** Which records, and which rows, the files are of. */
export interface DerivedFrom {
  readonly workspace: string
  readonly lineage: string
  readonly rowsEpoch: string
}

export class DerivedFolder implements DerivedFiles {
  private readonly files: FileSystem
  private readonly folder: string
  private readonly from: DerivedFrom
  private readonly onProblem: (message: string) => void
  private readonly writes = new LatestWrites()

  constructor(files: FileSystem, folder: string, from: DerivedFrom, onProblem: (message: string) => void = () => undefined) {
    this.files = files
    this.folder = folder
    this.from = from
    this.onProblem = onProblem
  }

  async read(name: string, version: number): Promise<{ readonly revision: number; readonly bytes: Uint8Array } | undefined> {
    const path = this.pathOf(name)
    try {
      const found = await readStamped(this.files, path)
      const stamp = stampSchema.safeParse(found?.stamp)
      if (!found || !stamp.success) return undefined
      const { revision } = stamp.data
      const fits = JSON.stringify(stamp.data) === JSON.stringify(this.stampOf(name, version, revision))
      return fits ? { revision, bytes: found.content } : undefined
    } catch (error) {
      this.onProblem(`The derived file ${name} could not be read: ${String(error)}`)
      return undefined
    }
  }

  async write(name: string, version: number, revision: number, pieces: Iterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(name)
    await this.writes.write(name, async () => {
      try {
        await writeStamped(this.files, this.folder, path, this.stampOf(name, version, revision), pieces)
      } catch (error) {
        this.onProblem(`The derived file ${name} could not be written: ${String(error)}`)
      }
    })
  }

  place(name: string, version: number): DerivedPlace | null {
    if (this.files !== nodeFileSystem) return null
    const { revision: _, ...stamp } = this.stampOf(name, version, 0)
    return { path: this.pathOf(name), stamp: JSON.stringify(stamp), isWritable: true }
  }

  /** Waits for what is being written; nothing is written afterwards. */
  async close(): Promise<void> {
    await this.writes.close()
  }

  private pathOf(name: string): string {
    if (!NAME.test(name) || name === COLUMNS_NAME) throw new RangeError(`A derived file cannot be called ${name}.`)
    return join(this.folder, `${name}.bin`)
  }

  private stampOf(name: string, version: number, revision: number): z.output<typeof stampSchema> {
    const { workspace, lineage, rowsEpoch } = this.from
    const icu = process.versions['icu'] ?? ''
    return { format: FORMAT, formatVersion: FORMAT_VERSION, workspace, lineage, rowsEpoch, name, version, icu, revision }
  }
}
