/** What is known of a country, for its page. */
import type { Output } from '../../../shared/contract/index.ts'
import { excerpt } from '../../../shared/markdown/excerpt.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import type { RecordOf } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { byTitle, latestFirst } from '../lists/list-sort.ts'
import { attendeesOf } from '../derived/attendance.ts'
import { pacing } from '../pacing.ts'
import { openActions } from '../actions/open-actions.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type CountryPage = Output<'countries.page'>

const EXCERPT_LENGTH = 280

/** Who spoke for the country at a meeting. */
function delegation(meeting: RecordOf<'meeting'>, code: string): string {
  const people = attendeesOf(meeting)
    .filter(({ country, person }) => country === code && person !== '')
    .map(({ person }) => person)
  return [...new Set(people)].join(', ')
}

/** An open action is a country's when its record is a text on it, or when who is responsible speaks for it. */
function commitmentsOf(open: OpenWorkspace, country: HeadOf<'country'>): CountryPage['commitments'] {
  const { index } = open
  const { code, id } = country
  const speakers = index.headsOf(index.rowsOfCountry(code, ['represents', 'seat'])).filter(({ kind }) => kind === 'contact')
  const keys = new Set([country, ...speakers].flatMap((head) => index.keysOf(head)))
  const texts = [...index.rowsOfCountry(code, ['own'])].filter((row) => index.columns.kind(row) === 'note')
  const own = new Set([...texts, index.rowOf(id) ?? -1])
  const rows = new Set([...own, ...index.rowsResponsible(keys)])
  return openActions(
    open,
    rows,
    ({ recordId, responsible }) => own.has(index.rowOf(recordId) ?? -2) || responsible.some((name) => keys.has(linkKey(name))),
  )
}

export async function countryPage(open: OpenWorkspace, country: HeadOf<'country'>): Promise<CountryPage> {
  const { index, workspace } = open
  const { code } = country
  const related = index.headsOf(index.rowsOfCountry(code, ['own']))
  const notes: CountryPage['notes'] = []
  const meetings: CountryPage['meetings'] = []
  const nextText = pacing()
  for (const head of related.filter(({ kind }) => kind === 'note').toSorted(latestFirst)) {
    await nextText()
    const note = await unlessDamaged(workspace.read(head.id))
    notes.push(
      note === 'damaged'
        ? { head, excerpt: '', unreadable: true }
        : { head, excerpt: excerpt(note?.body ?? '', EXCERPT_LENGTH), unreadable: false },
    )
  }
  for (const head of index.headsOf(index.rowsOfCountry(code, ['attended'])).toSorted(latestFirst)) {
    await nextText()
    const meeting = await unlessDamaged(workspace.read(head.id))
    const unreadable = meeting === 'damaged'
    meetings.push({ head, detail: !unreadable && meeting?.kind === 'meeting' ? delegation(meeting, code) : '', unreadable })
  }
  const contacts = (role: 'represents' | 'seat') =>
    index.headsOf(index.rowsOfCountry(code, ['own', role])).filter((head) => head.kind === 'contact')
  return {
    notes,
    meetings,
    studies: related.filter(({ kind }) => kind === 'study').toSorted(latestFirst),
    people: contacts('represents')
      .filter(({ contactType }) => contactType === 'person')
      .toSorted(byTitle),
    organisations: contacts('seat')
      .filter(({ contactType }) => contactType !== 'person')
      .toSorted(byTitle),
    commitments: commitmentsOf(open, country),
  }
}
