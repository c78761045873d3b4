/** Documents of the index for tests: many that share few words, so that they meet. */
import { array, constantFrom, nat, oneof, record, string, tuple, uniqueArray, type Arbitrary } from 'fast-check'
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import { dayColumns } from '../../src/main/search/engine/plan.ts'
import { kinds } from '../../src/shared/model/common.ts'
import { searchFields, type SearchField } from '../../src/shared/search/query.ts'

const WORDS = [
  'committee',
  'committees',
  'Commission',
  'steering',
  'Sté́ering',
  'Байменов',
  'Baimenov',
  'Bäymenov',
  'Шишкин',
  'Šiškin',
  'siskin',
  'ёлка',
  'елка',
  'Djaсta',
  '2023',
  '½',
  "O'Brien",
  "l'État",
  "Commission's",
  'ß',
  'a',
  'ab',
  'abc',
  'a\u0301\u0302',
  '\u0301',
  '한국',
  '日本',
  '𝒜',
  '™',
  '\u00ad',
]
const JOINTS = [' ', ' ', ' ', '-', '. ', '\n', ' — ', '=', '', "'", '’', '\u200d']

/** Words joined by what stands between words, and a few arbitrary characters. */
export const someText: Arbitrary<string> = array(
  tuple(oneof({ weight: 12, arbitrary: constantFrom(...WORDS) }, string({ unit: 'binary', maxLength: 3 })), constantFrom(...JOINTS)),
  {
    maxLength: 5,
  },
).map((parts) => parts.flat().join(''))

const day = constantFrom(0, 20190201, 20231231)
const daySpan = tuple(day, day)

const fieldsOf = (texts: Arbitrary<readonly string[]>) =>
  record(Object.fromEntries(searchFields.map((field) => [field, texts])) as Record<SearchField, Arbitrary<readonly string[]>>)

export const someDocument = (rows: number): Arbitrary<IndexDocument> =>
  record({
    row: nat({ max: rows - 1 }),
    kind: constantFrom(...kinds),
    fields: fieldsOf(array(someText, { maxLength: 2 })),
    keywords: array(constantFrom('kind:note', 'tag:a', 'tag:a/b', 'country:KAZ', 'is:draft'), { maxLength: 4 }),
    days: record(Object.fromEntries(dayColumns.map((column) => [column, daySpan])) as Record<(typeof dayColumns)[number], typeof daySpan>),
    updatedAt: nat(),
  })

/** Documents of different rows, in no order. */
export const someDocuments = (most: number): Arbitrary<IndexDocument[]> =>
  uniqueArray(someDocument(most * 3), { selector: ({ row }) => row, maxLength: most })
