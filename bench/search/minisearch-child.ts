/** MiniSearch, its index in memory. */
import MiniSearch from 'minisearch'
import { joinedFields, type JoinedFields } from './joined-fields.ts'
import { serve, type Subject } from './subject.ts'

const FIELDS = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5']
const WEIGHTS = { f0: 16, f1: 8, f2: 4, f3: 4, f4: 2, f5: 1 }

const documentOf = ({ row, texts }: JoinedFields) => ({
  id: row,
  ...Object.fromEntries(FIELDS.map((field, index) => [field, texts[index]])),
})

serve((): Subject<JoinedFields> => {
  const index = new MiniSearch({
    fields: FIELDS,
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', boost: WEIGHTS, prefix: (_term, at, terms) => at === terms.length - 1 },
  })
  return {
    prepare: joinedFields,
    add: (documents) => index.addAll(documents.map(documentOf)),
    finish: () => undefined,
    all: ({ words }) => index.search(words.join(' ')).map(({ id }) => Number(id)),
    best: ({ words }) => void index.search(words.join(' ')).slice(0, 20),
    edit(document, word) {
      index.replace(documentOf(document))
      const { length } = index.search(word)
      if (length !== 1) throw new Error(`${word} is found ${length} times.`)
    },
    bytes: () => 0,
  }
})
