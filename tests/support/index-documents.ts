/** Documents of the index for tests: many that share few words, so that they meet. */
import fc from 'fast-check'
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
export const someText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary', maxLength: 3 })),
      fc.constantFrom(...JOINTS),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.flat().join(''))

const day = fc.constantFrom(0, 20190201, 20231231)
const daySpan = fc.tuple(day, day)

const fieldsOf = (texts: fc.Arbitrary<readonly string[]>) =>
  fc.record(Object.fromEntries(searchFields.map((field) => [field, texts])) as Record<SearchField, fc.Arbitrary<readonly string[]>>)

export const someDocument = (rows: number): fc.Arbitrary<IndexDocument> =>
  fc.record({
    row: fc.nat({ max: rows - 1 }),
    kind: fc.constantFrom(...kinds),
    fields: fieldsOf(fc.array(someText, { maxLength: 2 })),
    keywords: fc.array(fc.constantFrom('kind:note', 'tag:a', 'tag:a/b', 'country:KAZ', 'is:draft'), { maxLength: 4 }),
    days: fc.record(
      Object.fromEntries(dayColumns.map((column) => [column, daySpan])) as Record<(typeof dayColumns)[number], typeof daySpan>,
    ),
    updatedAt: fc.nat(),
  })

/** Documents of different rows, in no order. */
export const someDocuments = (most: number): fc.Arbitrary<IndexDocument[]> =>
  fc.uniqueArray(someDocument(most * 3), { selector: ({ row }) => row, maxLength: most })
