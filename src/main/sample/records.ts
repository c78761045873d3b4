/** The records of the sample, in the order in which they are made. */
import type { RecordInput } from '../../shared/model/record.ts'
import { countryReference } from '../services/countries/reference.ts'
import { additions, facts, sampleBody } from './sources.ts'

type Fact<K extends 'organisations' | 'people' | 'meetings' | 'studies'> = (typeof facts)[K][number]
type Participants = NonNullable<Extract<RecordInput, { kind: 'meeting' }>['participants']>

/** JSON objects of one list have different keys to the compiler; read by name, absent is undefined. */
const pick = <T>(of: object, name: string): T | undefined => (of as Record<string, T | undefined>)[name]

const sourceOf = (fact: { source: string }) =>
  fact.source
    .split(', ')
    .map((name) => pick<string>(additions.sources, name) ?? name)
    .join('; ')

const codes = (...lists: readonly (readonly string[] | undefined)[]) =>
  [...new Set(lists.flatMap((list) => list ?? []).filter(Boolean))].toSorted()

const agendaOf = (meeting: Fact<'meetings'>) => pick<readonly object[]>(meeting, 'agenda') ?? []

/** Every country that the facts name anywhere. */
const namedCountries = () =>
  codes(
    facts.organisations.map(({ country }) => country),
    facts.people.map(({ country }) => country),
    Object.values(additions.dutyStations),
    ...facts.meetings.flatMap((meeting) => [
      pick<string[]>(meeting, 'countries'),
      pick<string[]>(meeting, 'countriesNamed'),
      ...agendaOf(meeting).map((item) => pick<string[]>(item, 'countries')),
    ]),
  )

function country(code: string): RecordInput {
  const reference = countryReference.find((entry) => entry.code === code)
  if (!reference) throw new Error(`The sample names the country ${code}, which ISO 3166-1 does not have.`)
  return {
    kind: 'country',
    title: reference.shortNames.en,
    aliases: reference.otherNames.filter((name) => name !== reference.shortNames.en),
    code,
    countries: [code],
    shortNames: reference.shortNames,
    formalNames: reference.formalNames,
    // the Hub was set up by its host in 2013; of the others the articles do not say since when they take part
    ...(code === 'KAZ' ? { participation: { status: 'participating' as const, since: '2013', until: '' } } : {}),
  }
}

function organisation(fact: Fact<'organisations'>): RecordInput {
  const body = pick<string>(additions.organisationBodies, fact.name)
  const partnership = pick<'founder'>(additions.partnerships, fact.name)
  const shortIsFree = fact.short !== '' && fact.short !== fact.name
  return {
    kind: 'contact',
    contactType: 'organisation',
    title: fact.name,
    aliases: shortIsFree ? [fact.short] : [],
    shortName: fact.short,
    seat: fact.country,
    countries: codes([fact.country]),
    founded: pick<string>(fact, 'founded') ?? '',
    ...(partnership ? { partnership: { kind: partnership, agreementDate: '', expiry: '' } } : {}),
    confirmedSource: sourceOf(fact),
    body: body ? sampleBody(body) : '',
  }
}

function person(fact: Fact<'people'>): RecordInput {
  const words = fact.name.split(' ')
  const family = pick<string>(additions.families, fact.name) ?? words.at(-1)!
  const given = fact.name.startsWith(`${family} `) ? fact.name.slice(family.length + 1) : fact.name.slice(0, -family.length - 1)
  const organisation = pick<string>(additions.representsOrganisation, fact.name) ?? ''
  const station = pick<string>(additions.dutyStations, fact.name) ?? ''
  return {
    kind: 'contact',
    contactType: 'person',
    title: fact.name,
    given,
    family,
    honorific: pick<string>(fact, 'honorific') ?? '',
    nativeName: pick<string>(fact, 'nativeName') ?? '',
    countries: codes([fact.country, station]),
    posts: fact.posts.map((post) => ({
      title: post.title,
      organisation: post.organisation,
      country: '',
      from: '',
      to: '',
      former: pick<boolean>(post, 'former') ?? false,
    })),
    represents: { country: organisation ? '' : fact.country, organisation },
    dutyStation: { place: '', country: station },
    confirmedSource: sourceOf(fact),
  }
}

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

function meeting(fact: Fact<'meetings'>): RecordInput {
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

function part({ title, item, meetingType, ...more }: (typeof additions.parts)[number]): RecordInput {
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

function study(fact: Fact<'studies'>): RecordInput {
  const body = pick<string>(additions.studies, fact.title)
  return {
    kind: 'study',
    title: fact.title,
    stage: 'published',
    sources: [sourceOf(fact)],
    versions: [{ name: 'Presented at the annual conference', date: fact.conference.slice(0, 7), remark: '' }],
    body: body ? sampleBody(body) : '',
  }
}

function note({ title, country: code, topic, date, body }: (typeof additions.notes)[number]): RecordInput {
  return {
    kind: 'note',
    noteType: 'country note',
    title,
    topic,
    date,
    countries: [code],
    source: additions.sources['004_26afd255cdc69f27'],
    body: sampleBody(body),
  }
}

function steeringCommittee(): RecordInput {
  const { title, aliases, symbol, chair, parent, body, tags, quorum, composition } = additions.steeringCommittee
  return {
    kind: 'contact',
    contactType: 'body',
    title,
    aliases,
    symbol,
    parent,
    officers: [{ person: chair, role: 'Chairman', from: '', to: '' }],
    composition: composition.map((seat) => ({ country: '', member: '', from: '', to: '', ...seat })),
    rules: { quorum, adoption: '' },
    tags,
    body: sampleBody(body),
  }
}

function sampleMeeting(): RecordInput {
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

/** All records of the sample. Deterministic: the same sources give the same records. */
export function sampleRecords(): RecordInput[] {
  return [
    ...namedCountries().map(country),
    ...facts.organisations.map(organisation),
    steeringCommittee(),
    ...facts.people.map(person),
    ...facts.meetings.map(meeting),
    ...additions.parts.map(part),
    sampleMeeting(),
    ...facts.studies.map(study),
    ...additions.notes.map(note),
  ]
}
