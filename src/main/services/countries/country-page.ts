/** What is known of a country, for its page. */
import type { Output } from '../../../shared/contract/index.ts'
import { excerpt } from '../../../shared/markdown/excerpt.ts'
import { attendanceOf, wasThere } from '../../../shared/meetings/attendance.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { byTitle, latestFirst } from '../lists/list-sort.ts'
import { meantBy } from '../attendance/meant-by.ts'
import { attendanceParts } from '../derived/attendance.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import { openActions } from '../actions/open-actions.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type CountryPage = Output<'countries.page'>

const EXCERPT_LENGTH = 280

type Meetings = Pick<CountryPage, 'meetings' | 'expected' | 'concerning'>

/** The contacts that speak for a country (`represents`), or that sit in it (`seat`), and those that are on it. */
const contactsOf = (index: RecordIndex, code: string, role: 'represents' | 'seat') =>
  index
    .headsOf(index.rowsOfCountry(code, ['own', role]))
    .filter((head) => head.kind === 'contact')
    .filter(({ contactType }) => (contactType === 'person') === (role === 'represents'))

/** The latest first: those at which the country was, those to come that expect it, and those whose record names it alone. */
async function meetingsOf({ index, workspace }: OpenWorkspace, code: string): Promise<Meetings> {
  const meant = meantBy(index)
  const found: Meetings = { meetings: [], expected: [], concerning: [] }
  const next = pacing()
  const [attended, expected] = attendanceParts.map((part) => index.rowsOfCountry(code, [part]))
  const rows = [...index.rowsOfCountry(code, ['own', ...attendanceParts])].filter((row) => index.columns.kind(row) === 'meeting')
  for (const head of index.headsOf(rows).toSorted(latestFirst)) {
    await next()
    const meeting = await unlessDamaged(workspace.read(head.id))
    if (meeting === 'damaged') {
      const row = index.rowOf(head.id) ?? -1
      const list = attended?.has(row) ? found.meetings : expected?.has(row) ? found.expected : found.concerning
      list.push({ head, detail: '', unreadable: true })
    }
    if (meeting === 'damaged' || meeting?.kind !== 'meeting') continue
    const { countries, rows: listed } = attendanceOf(meeting, meant)
    const standing = countries.get(code) ?? 'unmarked'
    const list = wasThere(standing) ? found.meetings : standing === 'expected' ? found.expected : found.concerning
    if (list === found.concerning && !head.countries.includes(code)) continue
    const spoke = listed.filter((row) => row.represents.country === code && (wasThere(row.standing) || row.standing === 'expected'))
    const names = new Set(spoke.map(({ person }) => person).filter(Boolean))
    list.push({ head, detail: [...names].join(', '), unreadable: false })
  }
  return found
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

/** The ids of the records that its page names: its own, and the texts and contacts below it. */
export async function idsOnCountryPage(open: OpenWorkspace, { id, code }: HeadOf<'country'>): Promise<string[]> {
  const { index } = open
  const texts = index.headsOf(index.rowsOfCountry(code, ['own'])).filter(({ kind }) => kind === 'note' || kind === 'study')
  const { meetings, expected, concerning } = await meetingsOf(open, code)
  const contacts = [...contactsOf(index, code, 'represents'), ...contactsOf(index, code, 'seat')]
  return [id, ...[...texts, ...[...meetings, ...expected, ...concerning].map(({ head }) => head), ...contacts].map((head) => head.id)]
}

export async function countryPage(open: OpenWorkspace, country: HeadOf<'country'>): Promise<CountryPage> {
  const { index, workspace } = open
  const { code } = country
  const related = index.headsOf(index.rowsOfCountry(code, ['own']))
  const notes: CountryPage['notes'] = []
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
  return {
    notes,
    ...(await meetingsOf(open, code)),
    studies: related.filter(({ kind }) => kind === 'study').toSorted(latestFirst),
    people: contactsOf(index, code, 'represents').toSorted(byTitle),
    organisations: contactsOf(index, code, 'seat').toSorted(byTitle),
    commitments: commitmentsOf(open, country),
  }
}
