import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import type { Kind } from '../../src/shared/model/common.ts'
import type { SearchField } from '../../src/shared/search/query.ts'

export interface DocumentParts extends Partial<Record<SearchField, string | readonly string[]>> {
  readonly row: number
  readonly kind?: Kind
  readonly keywords?: readonly string[]
  readonly date?: readonly [from: number, to: number]
  readonly updatedAt?: number
}

/** What the index takes in of a record, with only that told which matters. */
export function indexDocument({ row, kind = 'note', keywords = [], date = [0, 0], updatedAt = 0, ...texts }: DocumentParts): IndexDocument {
  const of = (field: SearchField): readonly string[] => [texts[field] ?? []].flat()
  return {
    row,
    kind,
    fields: {
      title: of('title'),
      names: of('names'),
      posts: of('posts'),
      organisations: of('organisations'),
      properties: of('properties'),
      body: of('body'),
      owners: of('owners'),
    },
    keywords: [`kind:${kind}`, ...keywords],
    days: { date, due: [0, 0], confirmed: [0, 0], updated: [0, 0] },
    updatedAt,
  }
}
