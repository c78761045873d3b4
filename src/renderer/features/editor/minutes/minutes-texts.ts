/** Texts that minutes take out of the records around them. What there is nothing of is told, and nothing is written. */
import { provisionalAgenda } from '../../../../shared/markdown/agenda-items.ts'
import { documentLanguage } from '../../../../shared/text/dates-in-words.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/index.ts'
import { loadCountries } from '../../../parts/countries/country-options.ts'
import { countryName } from '../../../parts/countries/country-names.ts'
import { showToast } from '../../../store/toasts.ts'
import { textRecord } from '../text-context.ts'
import { attendanceList } from './attendance-list.ts'
import { mattersList } from './matters-arising.ts'
import { meetingSkeleton } from './meeting-skeleton.ts'

async function unlessRefused(text: Promise<string>): Promise<string> {
  try {
    return await text
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
    return ''
  }
}

const toldNone = (message: string): string => {
  showToast({ message })
  return ''
}

async function namedParticipants(id: string): Promise<string> {
  const meeting = textRecord(id)
  if (meeting?.kind !== 'meeting' || meeting.participants.length === 0) return toldNone(i18n.t('editor:minutes.noParticipants'))
  const options = await loadCountries()
  const order = documentLanguage([meeting.language])
  const names = new Map(options.map((option) => [option.code, countryName(option, order)]))
  return attendanceList(meeting.participants, meeting.language, { order, countryName: (code) => names.get(code) ?? code })
}

/** The participants, as a list. */
export const attendanceText = (id: string): Promise<string> => unlessRefused(namedParticipants(id))

async function openMatters(id: string): Promise<string> {
  const meeting = textRecord(id)
  if (meeting?.kind !== 'meeting' || meeting.meetingBody === '') return toldNone(i18n.t('editor:minutes.noBody'))
  const { rows, withheld } = await client.call('meetings.mattersArising', { id })
  if (withheld > 0) showToast({ message: i18n.t('editor:minutes.mattersWithheld', { count: withheld, formatted: formatNumber(withheld) }) })
  if (rows.length > 0) return mattersList(rows, meeting.language)
  return withheld > 0 ? '' : toldNone(i18n.t('editor:minutes.noMatters', { body: meeting.meetingBody }))
}

/** What is still open of the body's earlier meetings, as a list. */
export const mattersText = (id: string): Promise<string> => unlessRefused(openMatters(id))

/** Whether a text can become the skeleton of its meeting: it is empty, or a provisional agenda and nothing else. */
export const canMakeSkeleton = (text: string): boolean => provisionalAgenda(text) !== null

async function skeletonOf(id: string, text: string): Promise<string> {
  const meeting = textRecord(id)
  const agenda = provisionalAgenda(text)
  if (meeting?.kind !== 'meeting' || !agenda) return ''
  if (agenda.length > 0 || meeting.meetingType !== 'conference') return meetingSkeleton(meeting, agenda)
  const { sessions } = await client.call('meetings.programme', { id })
  return meetingSkeleton(
    meeting,
    sessions.map(({ title }) => `[[${title}]]`),
  )
}

/** The skeleton of the meeting's text, made of its type, body and agenda; empty when it cannot be made. */
export const skeletonText = (id: string, text: string): Promise<string> => unlessRefused(skeletonOf(id, text))
