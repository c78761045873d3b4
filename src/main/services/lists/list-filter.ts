/** Which records a list shows. */
import type { Output } from '../../../shared/contract/index.ts'
import type { z } from '../../../shared/model/zod.ts'
import type { listQuery } from '../../../shared/contract/lists.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { textFilter } from '../head-text.ts'

/** A list's query with its defaults filled in. */
export type ParsedQuery = z.output<typeof listQuery>
export type ListRow = Output<'list.query'>['rows'][number]

/** True when a record has to do with a country of this code. */
export function concernsCountry(head: RecordHead, code: string): boolean {
  if (head.countries.includes(code)) return true
  if (head.kind === 'country') return head.code === code
  return head.kind === 'contact' && (head.represents.country === code || head.seat === code)
}

/** A tag or one below it: `mission` finds `mission/2023`. */
const hasTag = (head: RecordHead, tag: string) => {
  const wanted = tag.toLowerCase()
  return head.tags.some((own) => own.toLowerCase() === wanted || own.toLowerCase().startsWith(`${wanted}/`))
}

function stageOf(head: RecordHead): string | undefined {
  switch (head.kind) {
    case 'meeting':
    case 'study':
      return head.stage
    case 'country':
      return head.participation
    case 'note':
      return head.noteType
    case 'contact':
      return undefined
  }
}

/** The test that a query puts to records of its kind. */
export function listFilter(query: ParsedQuery): (head: RecordHead) => boolean {
  const { contactType, country, tag, stage } = query
  const matchesText = textFilter(query.text)
  return (head) =>
    (contactType === null || (head.kind === 'contact' && head.contactType === contactType)) &&
    (stage === null || stageOf(head) === stage) &&
    (country === null || concernsCountry(head, country)) &&
    (tag === null || hasTag(head, tag)) &&
    matchesText(head)
}
