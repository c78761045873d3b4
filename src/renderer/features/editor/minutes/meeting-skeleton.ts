/** The headings that minutes begin with, by the type of the meeting, its body and its agenda. Pure. */
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { minutesWords, type MinutesWords } from './minutes-words.ts'

export type SkeletonMeeting = Pick<MeetingRecord, 'meetingType' | 'meetingBody' | 'chair' | 'secretary' | 'participants' | 'language'>

interface Section {
  readonly heading: string
  readonly text: string
}

const section = (heading: string, text = ''): Section => ({ heading, text })
const link = (name: string) => `[[${name}]]`

function opening({ chair, secretary }: SkeletonMeeting, words: MinutesWords): Section {
  const lines = [chair && `${words.chair}: ${link(chair)}`, secretary && `${words.secretary}: ${link(secretary)}`]
  return section(words.opening, lines.filter(Boolean).join('  \n'))
}

/** Those who speak, a heading each. */
const speakers = ({ participants }: SkeletonMeeting): string =>
  participants
    .filter((row) => row.function === 'speaker' && row.person !== '')
    .map((row) => `### ${link(row.person)}`)
    .join('\n\n')

/** The sections around the agenda; null stands for its items. */
function frameOf(meeting: SkeletonMeeting, words: MinutesWords): readonly (Section | null)[] {
  const begins = [opening(meeting, words), section(words.attendance)]
  const closes = section(words.closing)
  switch (meeting.meetingType) {
    case 'conference':
      return [...begins, null, section(words.conclusions), closes]
    case 'session':
    case 'round table':
    case 'seminar':
      return [
        opening(meeting, words),
        section(words.presentations, speakers(meeting)),
        null,
        section(words.discussion),
        section(words.conclusions),
      ]
    case 'bilateral':
      return [section(words.attendance), null, section(words.agreed)]
    default:
      return [
        ...begins,
        ...(meeting.meetingBody === '' ? [] : [section(words.adoptionOfAgenda), section(words.matters)]),
        null,
        section(words.otherBusiness),
        closes,
      ]
  }
}

/** Said in words that an agenda may have among its own items. */
const isSame = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0

/** The text to begin with: numbered headings, those of the agenda among them in its order. */
export function meetingSkeleton(meeting: SkeletonMeeting, agenda: readonly string[]): string {
  const frame = frameOf(meeting, minutesWords(meeting.language))
  // an agenda that opens and closes the meeting by itself is not told so twice
  const items = agenda.filter((item) => !frame.some((each) => each && isSame(each.heading, item.replace(/[.;]$/, ''))))
  return frame
    .flatMap((each) => each ?? items.map((item) => section(item)))
    .map(({ heading, text }, index) => [`## ${index + 1}. ${heading}`, ...(text === '' ? [] : ['', text]), ''].join('\n'))
    .join('\n')
}
