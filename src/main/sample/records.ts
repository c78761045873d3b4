/** The records of the sample, in the order in which they are made. */
import type { RecordInput } from '../../shared/model/record.ts'
import { countryReference } from '../services/countries/reference.ts'
import { agendaOf, codes, pick, sourceOf, type Fact } from './facts.ts'
import { meeting, part, sampleMeeting } from './meetings.ts'
import { additions, facts, sampleBody } from './sources.ts'

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
