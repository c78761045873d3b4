/** The fields of each kind beside title and body. */
import type { RecordOf } from '../../src/shared/model/record.ts'
import { dayOf } from './bodies.ts'
import { isBody, isPerson, type Place, type Plan } from './plan.ts'
import type { Prose } from './prose.ts'
import type { Random } from './random.ts'

/** Titles of other records. */
export interface Linked {
  anyTitle(): string
  contact(): string
}

const COUNTRIES =
  'KAZ KGZ UZB TJK TKM AZE ARM GEO MDA UKR BLR MNG KOR JPN CHN IND PAK AFG TUR EST LVA LTU POL DEU FRA GBR USA CAN BRA KEN'.split(' ')
const CITIES = ['Astana', 'Almaty', 'Bishkek', 'Tashkent', 'Baku', 'Tbilisi', 'Seoul', 'Ankara', 'Vilnius', 'Geneva', 'Nairobi', 'Ottawa']
const POSTS = ['Director', 'Head of Division', 'Adviser', 'Chief Specialist', 'Deputy Minister', 'Commissioner', 'Professor', 'Rapporteur']
const STAGES = ['planned', 'draft', 'cleared', 'circulated', 'adopted'] as const
const STATUSES = ['head of delegation', 'delegate', 'adviser', 'observer', 'expert', 'staff'] as const

export const countriesOf = (random: Random): string[] => (random.chance(0.7) ? [random.pick(COUNTRIES)] : [])

export function contactFields(place: Place, plan: Plan, random: Random, linked: Linked): Partial<RecordOf<'contact'>> {
  const address = `contact${place.ordinal + 1}@example.org`
  const shared = {
    emails: [{ label: 'work', value: address }],
    phones: [{ label: 'work', value: `+7 717 2${100_000 + random.below(900_000)}` }],
    confirmedOn: dayOf(random),
  }
  if (isBody(place)) return { contactType: 'body', symbol: `B${place.ordinal + 1}`, ...shared }
  if (!isPerson(place))
    return { contactType: 'organisation', seat: random.pick(COUNTRIES), founded: String(random.between(1950, 2020)), ...shared }
  const country = random.pick(COUNTRIES)
  return {
    contactType: 'person',
    ...plan.personName(place),
    nativeName: random.chance(0.1) ? plan.vocabulary.draw('korean', random) : '',
    posts: [{ title: random.pick(POSTS), organisation: linked.contact(), country, from: dayOf(random), to: '', former: false }],
    represents: { country, organisation: '' },
    dutyStation: { place: random.pick(CITIES), country: '' },
    languages: ['en', 'ru'],
    ...shared,
  }
}

export const noteFields = (random: Random, prose: Prose): Partial<RecordOf<'note'>> => ({
  noteType: 'country note',
  topic: prose.phrase(),
  date: dayOf(random),
  tags: [`topic/${random.below(200)}`],
})

export function meetingFields(place: Place, random: Random, linked: Linked): Partial<RecordOf<'meeting'>> {
  const start = dayOf(random)
  const person = () => ({
    person: linked.contact(),
    function: '' as const,
    status: random.pick(STATUSES),
    represents: { country: random.pick(COUNTRIES), organisation: '' },
    title: random.pick(POSTS),
    presence: 'present' as const,
    replacedBy: '',
  })
  return {
    session: `${random.between(1, 30)}th session`,
    symbol: `SC/${place.ordinal + 1}`,
    start,
    startTime: '09:30',
    end: start,
    place: random.pick(CITIES),
    mode: 'hybrid',
    chair: linked.contact(),
    participants: Array.from({ length: random.between(3, 8) }, person),
    stage: random.pick(STAGES),
  }
}

export const studyFields = (random: Random, prose: Prose, linked: Linked): Partial<RecordOf<'study'>> => ({
  stage: 'drafting',
  authors: [linked.contact(), linked.contact()],
  deadline: dayOf(random),
  abstract: prose.paragraph(),
})
