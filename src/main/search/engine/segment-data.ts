/** Where the data of a new segment is written to, and read from then. */
import { MemoryData } from './memory-data.ts'
import type { DataSource, SegmentTables } from './segment-tables.ts'
import type { DataSink } from './term-data.ts'

export interface DataStore extends DataSink {
  /** What was appended until now can be read, while more is. */
  readonly source: DataSource
  /** All is appended. @returns from where it is read from now on */
  finished(tables: SegmentTables): DataSource
  /** It does not come to its end. */
  discard(): void
}

export function memoryStore(): DataStore {
  const data = new MemoryData()
  return { append: (bytes) => data.append(bytes), source: data, finished: () => data, discard: () => data.release() }
}
