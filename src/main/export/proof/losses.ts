import type { ExportLoss } from '../../../shared/contract/jobs.ts'
import { byCodeUnit } from '../yaml-writer.ts'

/** So many are named in the report that lies beside the files; should a whole disk be bad, nobody reads more. */
const MAX_NAMED = 100_000

/** What a proof found, in an order that does not depend on which file was read first. */
export class Losses {
  readonly #found: ExportLoss[] = []
  readonly #paths = new Set<string>()
  count = 0

  add(loss: ExportLoss): void {
    this.count++
    this.#paths.add(loss.path)
    if (this.#found.length < MAX_NAMED) this.#found.push(loss)
  }

  /** Whether something of the file is named. */
  has(path: string): boolean {
    return this.#paths.has(path)
  }

  /** By path, title and field. */
  sorted(): readonly ExportLoss[] {
    return this.#found.toSorted((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.title, b.title) || byCodeUnit(a.field, b.field))
  }
}
