/** The corpus in a SQLite table, a record a row. */
import { rename } from 'node:fs/promises'
import type { Corpus } from '../corpus.ts'
import { openSqlite, SQLITE_MISSING } from '../harness/peers.ts'

/** @throws Error when better-sqlite3 is not installed */
export async function writeSqlite(path: string, corpus: Corpus): Promise<void> {
  const database = openSqlite(`${path}.work`)
  if (!database) throw new Error(SQLITE_MISSING)
  database.exec('CREATE TABLE record (id TEXT PRIMARY KEY, json TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO record VALUES (?, ?)')
  for (const batch of corpus.batches(500)) {
    database.exec('BEGIN')
    for (const record of batch) insert.run(record.id, JSON.stringify(record))
    database.exec('COMMIT')
  }
  // closing folds the write-ahead log into the file and removes it
  database.close()
  await rename(`${path}.work`, path)
}
