/** Peers that are installed for the benchmarks only. */
import { createRequire } from 'node:module'

export interface SqliteStatement {
  run(...values: readonly unknown[]): unknown
  get(...values: readonly unknown[]): unknown
  all(...values: readonly unknown[]): readonly unknown[]
  /** The first column only. */
  pluck(): SqliteStatement
}

export interface SqliteDatabase {
  pragma(source: string): unknown
  exec(source: string): unknown
  prepare(source: string): SqliteStatement
  close(): void
}

/** Undefined when it is not installed or does not run here. */
export function openSqlite(path: string): SqliteDatabase | undefined {
  const Database = sqlite()
  if (!Database) return undefined
  const database = new Database(path)
  // what acknowledges only what is on the disk; the write-ahead log otherwise as it comes
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return database
}

export const SQLITE_MISSING = 'better-sqlite3 is not installed, so SQLite is left out: npm ci --prefix bench'

function sqlite(): (new (path: string) => SqliteDatabase) | undefined {
  // its prebuilt binary ends an older Node without a word
  if (Number(process.versions.node.split('.')[0]) < 22) return undefined
  try {
    return createRequire(import.meta.url)('better-sqlite3') as new (path: string) => SqliteDatabase
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
