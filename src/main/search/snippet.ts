import type { SearchHit } from '../../shared/contract/search.ts'
import { sentenceAround } from '../../shared/markdown/sentence.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { firstMark, markWords } from './marks.ts'
import { searchableFields } from './searchable-fields.ts'

/** How much of a property is shown. */
const LONGEST = 240

/** The words around the first find outside the title; words that the title lacks are looked for first. Empty when there are none. */
export function snippetOf(record: AnyRecord, wanted: readonly string[]): Pick<SearchHit, 'snippet' | 'snippetRanges'> {
  const inTitle = (word: string) => firstMark(record.title, [word]) !== undefined
  const missing = wanted.filter((word) => !inTitle(word))
  return around(record, missing) ?? around(record, wanted) ?? { snippet: '', snippetRanges: [] }
}

function around(record: AnyRecord, wanted: readonly string[]): Pick<SearchHit, 'snippet' | 'snippetRanges'> | undefined {
  if (wanted.length === 0) return undefined
  const inBody = firstMark(record.body, wanted)
  if (inBody) {
    const { text } = sentenceAround(record.body, ...inBody)
    return { snippet: text, snippetRanges: markWords(text, wanted) }
  }
  const { aliases, names, properties } = searchableFields({ ...record, body: '' })
  for (const value of [...aliases, ...names, ...properties]) {
    const found = firstMark(value, wanted)
    if (!found) continue
    const from = found[0] > LONGEST / 2 ? found[0] : 0
    const text = `${from > 0 ? '…' : ''}${value.slice(from, from + LONGEST)}${value.length > from + LONGEST ? '…' : ''}`.replace(
      /\s/gu,
      ' ',
    )
    return { snippet: text, snippetRanges: markWords(text, wanted) }
  }
  return undefined
}
