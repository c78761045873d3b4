import { DamagedFileError } from '../json-file.ts'
import type { TouchedRecord } from '../touched-records.ts'

/** Bytes of a segment that are not those that were written, with the records that they name. */
export class DamagedSegmentError extends DamagedFileError {
  readonly touched: readonly TouchedRecord[]

  constructor(message: string, touched: readonly TouchedRecord[]) {
    super(message)
    this.touched = touched
  }
}
