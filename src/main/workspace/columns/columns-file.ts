/** `derived/columns.bin`: the columns as they stood at a place in the journal, so that opening reads on from there. */
import { join } from 'node:path'
import { count } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import type { FileSystem } from '../file-system.ts'
import { removeIfThere } from '../replace-file.ts'
import { LatestWrites } from './latest-writes.ts'
import { RecordColumns } from './record-columns.ts'
import { readStamped, writeStamped } from './stamped-file.ts'

export const COLUMNS_NAME = 'columns'
const FORMAT = 'rapporteur-columns'
/** To be raised when columns are made in another way from the same records. That of the schema of heads is told by itself. */
const COLUMNS_VERSION = 2

const columnsStamp = z.strictObject({
  workspace: z.string(),
  lineage: z.string(),
  /** The sealed ones, in order. */
  segments: z.array(z.strictObject({ name: z.string(), bytes: count })),
  /** The active one, and how far of it the columns tell: the next frame begins at `size`. */
  active: z.strictObject({ name: z.string(), size: count, sequence: count, link: count, frames: count }),
})
export type ColumnsStamp = z.output<typeof columnsStamp>

const stampSchema = z.strictObject({ format: z.literal(FORMAT), version: z.literal(COLUMNS_VERSION), of: columnsStamp })

export class ColumnsFile {
  private readonly files: FileSystem
  private readonly folder: string
  private readonly onProblem: (message: string) => void
  private readonly writes = new LatestWrites()

  /** @param folder `derived/` */
  constructor(files: FileSystem, folder: string, onProblem: (message: string) => void = () => undefined) {
    this.files = files
    this.folder = folder
    this.onProblem = onProblem
  }

  /** Undefined when it is missing, damaged or of another version; whether the stamp fits the journal is for the caller. */
  async read(): Promise<{ readonly stamp: ColumnsStamp; readonly columns: RecordColumns } | undefined> {
    try {
      const found = await readStamped(this.files, this.path)
      const stamp = stampSchema.safeParse(found?.stamp)
      if (!found || !stamp.success) return undefined
      return { stamp: stamp.data.of, columns: RecordColumns.decode(found.content) }
    } catch (error) {
      this.onProblem(`The columns could not be read: ${String(error)}`)
      return undefined
    }
  }

  /** The columns as they are at the call. A failure is told and never thrown: the file before is still there then. */
  async write(stamp: ColumnsStamp, columns: RecordColumns): Promise<void> {
    const pieces = columns.encode()
    await this.writes.write(COLUMNS_NAME, async () => {
      try {
        await writeStamped(this.files, this.folder, this.path, { format: FORMAT, version: COLUMNS_VERSION, of: stamp }, pieces)
      } catch (error) {
        this.onProblem(`The columns could not be written: ${String(error)}`)
      }
    })
  }

  /** Makes the next opening read every segment as a whole. The columns stay: they name what is damaged. */
  async distrust(): Promise<void> {
    try {
      await this.files.createFolder(this.folder)
      if (await this.isDistrusted()) return
      await (await this.files.createFile(this.distrustPath)).close()
    } catch (error) {
      this.onProblem(`That the columns are not to be trusted could not be noted: ${String(error)}`)
    }
  }

  async isDistrusted(): Promise<boolean> {
    return (await this.files.stat(this.distrustPath)) !== undefined
  }

  /** Everything was found sound. */
  trust(): Promise<void> {
    return removeIfThere(this.files, this.distrustPath)
  }

  /** Waits for what is being written; nothing is written afterwards. */
  async close(): Promise<void> {
    await this.writes.close()
  }

  private get path(): string {
    return join(this.folder, `${COLUMNS_NAME}.bin`)
  }

  private get distrustPath(): string {
    return join(this.folder, 'unsound')
  }
}
