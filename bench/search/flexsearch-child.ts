/** FlexSearch with its index of beginnings in memory; all of a record's fields are one text, weightiest first. */
import { Index } from 'flexsearch'
import { joinedFields, type JoinedFields } from './joined-fields.ts'
import { serve, type Subject } from './subject.ts'

serve((): Subject<JoinedFields> => {
  const index = new Index({ tokenize: 'forward', encode: (text: string) => text.split(' ').filter(Boolean) })
  const textOf = ({ texts }: JoinedFields) => texts.join(' ')
  return {
    prepare: joinedFields,
    add(documents) {
      for (const document of documents) index.add(document.row, textOf(document))
    },
    finish: () => undefined,
    // every word may be a beginning to it: it finds more than was asked for
    all: ({ words }) => index.search(words.join(' '), { limit: 1_000_000 }).map(Number),
    best: ({ words }) => void index.search(words.join(' '), { limit: 20 }),
    edit(document, word) {
      index.update(document.row, textOf(document))
      const { length } = index.search(word)
      if (length !== 1) throw new Error(`${word} is found ${length} times.`)
    },
    bytes: () => 0,
  }
})
