/** The meetings of the sample, with those who took part. */
import type { RecordInput } from '../../shared/model/record.ts'
import { agendaOf, codes, pick, sourceOf, type Fact } from './facts.ts'
import { additions, facts, sampleBody } from './sources.ts'

type Participants = NonNullable<Extract<RecordInput, { kind: 'meeting' }>['participants']>

/** The title that a person bore on the day: the first post that the facts do not call former. */
function titleOf(name: string): string {
  const posts = facts.people.find((entry) => entry.name === name)?.posts ?? []
  return posts.find((post) => pick<boolean>(post, 'former') !== true)?.title ?? posts[0]?.title ?? ''
}

const participant = (name: string, role: Partial<Participants[number]>): Participants[number] => ({
  person: name,
  function: '',
  status: '',
  represents: {
    country: pick<string>(additions.representsOrganisation, name) ? '' : (facts.people.find((entry) => entry.name === name)?.country ?? ''),
    organisation: pick<string>(additions.representsOrganisation, name) ?? '',
  },
  title: titleOf(name),
  presence: '',
  replacedBy: '',
  ...role,
})

const speakers = (names: readonly string[]) => [...new Set(names)].map((name) => participant(name, { function: 'speaker' }))

export function meeting(fact: Fact<'meetings'>): RecordInput {
  const more = pick<(typeof additions.meetings)[keyof typeof additions.meetings]>(additions.meetings, fact.title)
  if (!more) throw new Error(`resources/sample/additions.json says nothing of the meeting ${fact.title}`)
  const agenda = agendaOf(fact)
  const spoke = [...(pick<string[]>(fact, 'speakers') ?? []), ...agenda.flatMap((item) => pick<string[]>(item, 'speakers') ?? [])]
  const attended = pick<string[]>(fact, 'attended') ?? []
  const figure = (label: string, value: unknown) => (value === undefined ? [] : [{ label, value: String(value), source: sourceOf(fact) }])
  return {
    kind: 'meeting',
    title: fact.title,
    aliases: pick<string[]>(more, 'aliases') ?? [],
    meetingType: more.meetingType as 'session' | 'conference',
    form: 'summary record',
    stage: 'draft',
    start: fact.date,
    end: pick<string>(fact, 'end') ?? '',
    place: fact.place,
    countries: codes(
      pick<string[]>(fact, 'countries'),
      pick<string[]>(fact, 'countriesNamed'),
      ...agenda.map((item) => pick<string[]>(item, 'countries')),
    ),
    tags: more.tags,
    participants: [...speakers(spoke), ...attended.map((name) => participant(name, {}))],
    statedFigures: [
      ...figure('participants', pick(fact, 'participants')),
      ...figure('organisations', pick(fact, 'organisations')),
      ...figure('countries', pick(fact, 'countriesRepresented')),
    ],
    body: sampleBody(more.body),
  }
}

/** The day of a session that the facts count from the beginning of the conference; else the month, which is all they say. */
function startOf(conference: Fact<'meetings'>, day: number | undefined): string {
  if (day === undefined) return conference.date.slice(0, 7)
  const first = new Date(`${conference.date}T00:00:00Z`)
  first.setUTCDate(first.getUTCDate() + day - 1)
  return first.toISOString().slice(0, 10)
}

export function part({ title, item, meetingType, ...more }: (typeof additions.parts)[number]): RecordInput {
  const body = pick<string>(more, 'body')
  const conference = facts.meetings.find((fact) => agendaOf(fact).some((entry) => pick(entry, 'item') === item))
  const entry = conference && agendaOf(conference).find((candidate) => pick(candidate, 'item') === item)
  if (!conference || !entry) throw new Error(`facts.json has no agenda item ${item}`)
  const names = pick<string[]>(entry, 'speakers') ?? []
  return {
    kind: 'meeting',
    title,
    meetingType: meetingType as 'session' | 'seminar' | 'round table',
    form: 'summary record',
    stage: 'draft',
    partOf: conference.title,
    start: startOf(conference, pick<number>(entry, 'day')),
    countries: codes(
      pick<string[]>(entry, 'countries'),
      names.map((name) => facts.people.find((fact) => fact.name === name)?.country ?? ''),
    ),
    participants: speakers(names),
    body: body ? sampleBody(body) : '',
  }
}

export function sampleMeeting(): RecordInput {
  const { title, body, present, remote, apologies, statuses, tags, mode: _mode, ...when } = additions.sampleMeeting
  const attend = (names: readonly string[], presence: 'present' | 'remote' | 'apologies') =>
    names.map((name) =>
      participant(name, {
        presence,
        function: name === when.chair ? 'chair' : '',
        status: pick<Participants[number]['status']>(statuses, name) ?? '',
      }),
    )
  const participants = [...attend(present, 'present'), ...attend(remote, 'remote'), ...attend(apologies, 'apologies')]
  return {
    kind: 'meeting',
    title,
    meetingBody: additions.steeringCommittee.title,
    meetingType: 'committee',
    form: 'minutes',
    stage: 'draft',
    mode: 'hybrid',
    ...when,
    tags,
    countries: codes(participants.map(({ represents }) => represents.country)),
    participants,
    statedFigures: [],
    body: sampleBody(body),
  }
}
