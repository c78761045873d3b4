/** What is known of a country, for its page. */
import type { Output } from '../../../shared/contract/index.ts'
import { excerpt } from '../../../shared/markdown/excerpt.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { byTitle, latestFirst } from '../lists/list-sort.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import { allActions } from '../texts/action-rows.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type CountryPage = Output<'countries.page'>

const EXCERPT_LENGTH = 280

/** Who spoke for the country at a meeting. */
function delegation(index: RecordIndex, meetingId: string, code: string): string {
  const people = index.participation
    .attendances(meetingId)
    .filter(({ country, person }) => country === code && person !== '')
    .map(({ person }) => person)
  return [...new Set(people)].join(', ')
}

/** An open action is a country's when its record is a text on it, or when who is responsible speaks for it. */
function commitmentsOf(index: RecordIndex, country: HeadOf<'country'>): CountryPage['commitments'] {
  const { code, id } = country
  const isIts = (name: string) => {
    const head = index.target(name)
    if (head?.kind === 'contact') return head.represents.country === code || head.seat === code
    return head?.id === id
  }
  return allActions(index).filter(
    ({ state, responsible, recordId, recordKind }) =>
      state === 'open' &&
      (responsible.some(isIts) || recordId === id || (recordKind === 'note' && index.head(recordId)?.countries.includes(code) === true)),
  )
}

export async function countryPage({ index, workspace }: OpenWorkspace, country: HeadOf<'country'>): Promise<CountryPage> {
  const { code } = country
  const related = index.headsOf(index.recordsOfCountry(code))
  const notes: CountryPage['notes'] = []
  const nextText = pacing()
  for (const head of related.filter(({ kind }) => kind === 'note').toSorted(latestFirst)) {
    await nextText()
    notes.push({ head, excerpt: excerpt((await workspace.body(head.id)) ?? '', EXCERPT_LENGTH) })
  }
  const meetings = index.headsOf(index.participation.meetingsOfCountry(code))
  const contacts = [...index.heads()].filter((head) => head.kind === 'contact')
  return {
    notes,
    meetings: meetings.toSorted(latestFirst).map((head) => ({ head, detail: delegation(index, head.id, code) })),
    studies: related.filter(({ kind }) => kind === 'study').toSorted(latestFirst),
    people: contacts
      .filter(
        ({ contactType, represents, countries }) => contactType === 'person' && (represents.country === code || countries.includes(code)),
      )
      .toSorted(byTitle),
    organisations: contacts
      .filter(({ contactType, seat, countries }) => contactType !== 'person' && (seat === code || countries.includes(code)))
      .toSorted(byTitle),
    commitments: commitmentsOf(index, country),
  }
}
