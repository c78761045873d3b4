/** A workspace of numbered notes whose segments are so small that the records lie in several. */
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { MemoryFileSystem } from './memory-file-system.ts'
import { anna, newNote } from './new-record.ts'
import { testEnvironment } from './workspace-disk.ts'

const FOLDER = '/w'
const SEGMENT_BYTES = 16 * 1024

export const RECORDS = 60
export const numbers = Array.from({ length: RECORDS }, (_none, index) => index + 1)
export const bodyOf = (number: number, version = 1) => `${number} ${version} ${'а'.repeat(400)}`

export class NumberedNotes {
  readonly files: MemoryFileSystem
  readonly segments = `${FOLDER}/segments`
  workspace: Workspace

  private constructor(files: MemoryFileSystem, workspace: Workspace) {
    this.files = files
    this.workspace = workspace
  }

  static async make(): Promise<NumberedNotes> {
    const files = new MemoryFileSystem()
    const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, testEnvironment(files, SEGMENT_BYTES))
    const made = new NumberedNotes(files, workspace)
    for (const number of numbers) await made.put(newNote(number, `Note ${number}`, bodyOf(number)))
    return made
  }

  put(record: AnyRecord, baseRev = 0): Promise<unknown> {
    return this.workspace.transact(anna, async (transaction) => transaction.put(record, baseRev))
  }

  /** Closes it, does something to the disk, and opens it again. */
  async reopen(meanwhile: () => void = () => undefined): Promise<void> {
    await this.workspace.close()
    meanwhile()
    this.workspace = await openWorkspace(FOLDER, testEnvironment(this.files, SEGMENT_BYTES))
  }

  /** Spoils a byte of the note's body. */
  damage(number: number): Promise<void> {
    return this.reopen(() => {
      const path = `${this.segments}/000000000001.g0.jsonl`
      const bytes = Buffer.from(this.files.bytesOf(path) ?? '')
      bytes.write('x', bytes.indexOf(bodyOf(number)))
      this.files.put(path, bytes)
    })
  }
}
