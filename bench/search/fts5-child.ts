/** SQLite's FTS5 without the texts themselves, ranked by bm25 with a weight a column. Arguments: lengths of its prefix index. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite, SQLITE_MISSING } from '../harness/peers.ts'
import { joinedFields, plainFields, type JoinedFields } from './joined-fields.ts'
import type { TypedQuery } from './queries.ts'
import { serve, type Subject } from './subject.ts'

const [prefixes = ''] = process.argv.slice(2)
/** In the order of the columns; weightiest first, as in our index. */
const WEIGHTS = [16, 8, 4, 4, 2, 1]

const matchOf = ({ words }: TypedQuery): string =>
  words.map((word, index) => (index < words.length - 1 ? `"${word}"` : `"${word}" *`)).join(' AND ')

serve((folder): Subject<JoinedFields> => {
  const path = join(folder, 'fts5.db')
  const database = openSqlite(path)
  if (!database) throw new Error(SQLITE_MISSING)
  // nothing waits for the disk: our index does not either, because it can be made again
  database.pragma('synchronous = OFF')
  const columns = plainFields.join(', ')
  // the words are folded already: no more folding, so that both have the same words
  const options = `content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'${prefixes === '' ? '' : `, prefix='${prefixes}'`}`
  database.exec(`CREATE VIRTUAL TABLE found USING fts5(${columns}, ${options})`)
  database.exec(`INSERT INTO found (found, rank) VALUES ('rank', 'bm25(${WEIGHTS.join(', ')})')`)
  const places = plainFields.map(() => '?').join(', ')
  const insert = database.prepare(`INSERT INTO found (rowid, ${columns}) VALUES (?, ${places})`)
  const replace = database.prepare(`INSERT OR REPLACE INTO found (rowid, ${columns}) VALUES (?, ${places})`)
  const all = database.prepare('SELECT rowid FROM found WHERE found MATCH ?').pluck()
  const best = database.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 20').pluck()
  return {
    prepare: joinedFields,
    add(documents) {
      database.exec('BEGIN')
      for (const { row, texts } of documents) insert.run(row, ...texts)
      database.exec('COMMIT')
    },
    finish: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    all: (query) => all.all(matchOf(query)) as number[],
    best: (query) => void best.all(matchOf(query)),
    edit({ row, texts }, word) {
      replace.run(row, ...texts)
      const { length } = all.all(matchOf({ words: [word], phrase: [] }))
      if (length !== 1) throw new Error(`${word} is found ${length} times.`)
    },
    bytes: () => statSync(path).size,
  }
})
