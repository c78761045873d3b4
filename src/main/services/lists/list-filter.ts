/** Which records a list shows. */
import type { Output } from '../../../shared/contract/index.ts'
import type { listQuery } from '../../../shared/contract/lists.ts'
import type { z } from '../../../shared/model/zod.ts'
import { words } from '../../../shared/text/fold.ts'
import type { RecordIndex } from '../record-index.ts'

/** A list's query with its defaults filled in. */
export type ParsedQuery = z.output<typeof listQuery>
export type ListRow = Output<'list.query'>['rows'][number]
type RowTest = (row: number) => boolean

/** Rows whose names or columns have words that begin with every word of `text`; null: all. */
export function rowsWithWords(index: RecordIndex, text: string): Set<number> | null {
  const wanted = words(text).map((word) => ` ${word}`)
  // the longest one is the rarest
  const [first, ...others] = wanted.toSorted((a, b) => b.length - a.length)
  if (first === undefined) return null
  const found = new Set<number>()
  const parts = others.map((word) => Buffer.from(word))
  index.words.containing(first, (row) => {
    if (parts.every((part) => index.words.contains(row, part))) found.add(row)
  })
  return found
}

/** A tag or one below it: `mission` finds `mission/2023`. */
function tagTest(tag: string): (own: string) => boolean {
  const wanted = tag.toLowerCase()
  return (own) => own.toLowerCase() === wanted || own.toLowerCase().startsWith(`${wanted}/`)
}

const isIn =
  (rows: ReadonlySet<number>): RowTest =>
  (row) =>
    rows.has(row)

/** The tests that a query puts to rows of its kind; none when it takes all. `named`: those that its text lets through. */
export function listFilter(
  { contactType, country, tag, stage }: ParsedQuery,
  index: RecordIndex,
  named: ReadonlySet<number> | null,
): readonly RowTest[] {
  const { columns } = index
  const tests: RowTest[] = []
  if (contactType !== null) tests.push((row) => columns.contactType(row) === contactType)
  if (stage !== null) {
    // countries that take no part have an empty status
    const number = stage === '' ? 0 : index.stageNumber(stage)
    tests.push((row) => columns.stage(row) === number && columns.kind(row) !== 'contact')
  }
  if (country !== null) tests.push(isIn(index.rowsOfCountry(country, ['own', 'self', 'represents', 'seat'])))
  if (tag !== null) tests.push(isIn(index.rowsWithTag(tagTest(tag))))
  if (named) tests.push(isIn(named))
  return tests
}
