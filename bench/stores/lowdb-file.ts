/** The corpus as one JSON file, as lowdb's JSONFile keeps it. */
import { open } from 'node:fs/promises'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import type { Corpus } from '../corpus.ts'

export interface LowdbContent {
  records: AnyRecord[]
}

/** In pieces, because one string of it all is what lowdb comes to its end with. */
export async function writeLowdbFile(path: string, corpus: Corpus): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.appendFile('{"records":[')
    let separator = ''
    for (const batch of corpus.batches(500)) {
      await file.appendFile(separator + batch.map((record) => JSON.stringify(record)).join(',\n'))
      separator = ',\n'
    }
    await file.appendFile(']}\n')
  } finally {
    await file.close()
  }
}

/** Everything in memory, as lowdb has it. */
export async function readLowdb(path: string): Promise<Low<LowdbContent>> {
  const database = new Low<LowdbContent>(new JSONFile(path), { records: [] })
  await database.read()
  return database
}
