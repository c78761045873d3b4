import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import { searchFields } from '../../src/shared/search/query.ts'
import { words } from '../../src/shared/text/fold.ts'

/** Searched by plain words: not who answers for a record. */
export const plainFields = searchFields.filter((field) => field !== 'owners')

export interface JoinedFields {
  readonly row: number
  /** One text a field of `plainFields`: folded words with a space between. */
  readonly texts: readonly string[]
}

/** The words that our index takes in, for engines that fold nothing or other things: all of them then index the same. */
export const joinedFields = ({ row, fields }: IndexDocument): JoinedFields => ({
  row,
  texts: plainFields.map((field) => fields[field].map((text) => words(text).join(' ')).join(' ')),
})
