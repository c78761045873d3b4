/** What a document for readers says of each kind before its text. */
import type { AnyRecord, RecordOf } from '../../shared/model/record.ts'
import { asAddress, asLines, asText, fact, list, table } from './plain-markdown.ts'
import { together, type PlainWords } from './plain-words.ts'
import type { Label } from './words/index.ts'
import { byCodeUnit, type Json } from './yaml-writer.ts'

type Value = string | readonly string[]
/** Without a value a property is left out. */
type Facts = readonly (readonly [Label, Value])[]

/** A list, then tables; each with its label. `files`: those that the text does not show, as they stand in the document. */
export function plainProperties(record: AnyRecord, words: PlainWords, files: readonly string[]): string {
  const { facts, tables } = ofKind(record, words)
  const lines = [...facts, ...common(record, words), ['files', files.join(', ')] as const].map(([label, value]) => {
    if (value.length === 0) return ''
    return typeof value === 'string' ? fact(words.label(label), value) : list(words.label(label), value)
  })
  return lines.join('') + foreign(record) + tables.join('')
}

/** Front matter that other programs wrote, as it stands in the record. */
const foreign = ({ extra }: AnyRecord): string =>
  Object.entries(extra)
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([key, value]) => {
      const words = wordsOf(value)
      return words === '' ? '' : fact(asText(key), words)
    })
    .join('')

function wordsOf(value: Json): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  if (typeof value !== 'object') return asLines(String(value))
  const parts = Object.entries(value).map(([key, part]) => [asText(key), wordsOf(part)] as const)
  return parts.flatMap(([key, words]) => (words === '' ? [] : `${key}: ${words}`)).join('; ')
}

interface Properties {
  readonly facts: Facts
  readonly tables: readonly string[]
}

function ofKind(record: AnyRecord, words: PlainWords): Properties {
  switch (record.kind) {
    case 'contact':
      return contact(record, words)
    case 'country':
      return country(record, words)
    case 'note':
      return note(record, words)
    case 'meeting':
      return meeting(record, words)
    case 'study':
      return study(record, words)
  }
}

const common = (record: AnyRecord, words: PlainWords): Facts => [
  ['aliases', record.aliases.map(asText).join('; ')],
  [
    'countries',
    countriesOf(record)
      .map((code) => words.country(code))
      .join(', '),
  ],
  ['tags', record.tags.map(asText).join(', ')],
  ['language', record.language && words.language(record.language)],
  [
    'translations',
    record.languageVersions.map(({ language, record: name }) => together(words.name(name), language && words.language(language))),
  ],
  ['classification', words.say.classification[record.classification]],
  ['distribution', asText(record.distribution)],
]

/** A country is on itself. */
const countriesOf = (record: AnyRecord) =>
  record.kind === 'country' ? record.countries.filter((code) => code !== record.code) : record.countries

function note({ date, noteType, topic, meetingBody, source }: RecordOf<'note'>, words: PlainWords): Properties {
  const facts: Facts = [
    ['date', words.date(date)],
    ['type', words.say.noteType[noteType]],
    ['topic', asText(topic)],
    ['body', words.name(meetingBody)],
    ['source', asText(source)],
  ]
  return { facts, tables: [] }
}

function meeting(record: RecordOf<'meeting'>, words: PlainWords): Properties {
  const { say } = words
  const { clearance, circulation, adoption } = record
  const isAdopted = adoption.how !== '' || adoption.on !== ''
  const how = adoption.how === 'silence' ? say.bySilence : adoption.meeting && say.atMeeting(words.name(adoption.meeting))
  const facts: Facts = [
    ['when', whenOf(record, words)],
    ['place', asText(record.place)],
    ['mode', record.mode && say.meetingMode[record.mode]],
    ['type', say.meetingType[record.meetingType]],
    ['body', words.name(record.meetingBody)],
    ['session', asText(record.session)],
    ['symbol', asText(record.symbol)],
    ['form', say.meetingForm[record.form]],
    ['partOf', words.name(record.partOf)],
    ['chair', words.name(record.chair)],
    ['secretary', words.name(record.secretary)],
    ['stage', say.meetingStage[record.stage]],
    ['cleared', together(words.name(clearance.by), words.date(clearance.on))],
    ['circulated', together(asLines(circulation.to), words.date(circulation.on))],
    ['commentsBy', words.date(circulation.deadline)],
    ['adopted', isAdopted ? together(words.date(adoption.on), how) : ''],
    ['corrigenda', record.corrigenda.map(({ on, reason }, at) => together(`Corr.${at + 1}`, words.date(on), asText(reason)))],
    [
      'statedFigures',
      record.statedFigures.map(({ label, value, source }) => `${asText(label)}: ${together(asText(value), asText(source))}`),
    ],
  ]
  const columns: readonly Label[] = ['name', 'title', 'represents', 'function', 'status', 'presence']
  const rows = record.participants.map(({ person, title, represents, function: duty, status, presence, replacedBy }) => [
    words.name(person),
    asText(title),
    words.represents(represents),
    duty && say.participantFunction[duty],
    status && say.participantStatus[status],
    presence === 'replaced' && replacedBy !== '' ? say.replacedBy(words.name(replacedBy)) : presence && say.presence[presence],
  ])
  return {
    facts,
    tables: [
      table(
        words.label('participants'),
        columns.map((label) => words.label(label)),
        rows,
      ),
    ],
  }
}

/** 17 May 2023, 10:00 – 12:30 (Asia/Almaty) · 17 May 2023 – 19 May 2023 */
function whenOf({ start, startTime, end, endTime, timeZone }: RecordOf<'meeting'>, words: PlainWords): string {
  const zone = timeZone !== '' && startTime !== '' ? ` (${asText(timeZone)})` : ''
  if (end === '' || end === start) return together(words.date(start), [startTime, endTime].filter(Boolean).join(' – ')) + zone
  return `${together(words.date(start), startTime)} – ${together(words.date(end), endTime)}${zone}`
}

function study(record: RecordOf<'study'>, words: PlainWords): Properties {
  const facts: Facts = [
    ['stage', words.say.studyStage[record.stage]],
    ['authors', record.authors.map((name) => words.name(name)).join(', ')],
    ['reviewers', record.reviewers.map((name) => words.name(name)).join(', ')],
    ['deadline', words.date(record.deadline)],
    ['isbn', asText(record.isbn)],
    ['doi', asText(record.doi)],
    ['abstract', asLines(record.abstract)],
    ['sources', record.sources.map(asText)],
  ]
  const rows = record.versions.map(({ name, date, remark }) => [asText(name), words.date(date), asText(remark)])
  return { facts, tables: [table(words.label('versions'), [words.label('version'), words.label('date'), words.label('remark')], rows)] }
}

function country(record: RecordOf<'country'>, words: PlainWords): Properties {
  const { participation, formalNames } = record
  const facts: Facts = [
    ['code', record.code],
    ['formalNames', [...new Set([formalNames.en, formalNames.ru, formalNames.kk])].map(asText).filter(Boolean).join('; ')],
    ['group', asText(record.group)],
    ['languages', record.officialLanguages.map((tag) => words.language(tag)).join(', ')],
    ['participation', participationOf(participation, words)],
  ]
  const columns: readonly Label[] = ['person', 'topic', 'designatedBy', 'designatedOn', 'alternate', 'until']
  const rows = record.focalPoints.map(({ person, topic, designatedBy, designatedOn, alternate, until }) => [
    words.name(person),
    asText(topic),
    asText(designatedBy),
    words.date(designatedOn),
    words.name(alternate),
    words.date(until),
  ])
  return {
    facts,
    tables: [
      table(
        words.label('focalPoints'),
        columns.map((label) => words.label(label)),
        rows,
      ),
    ],
  }
}

const participationOf = ({ status, since, until }: RecordOf<'country'>['participation'], words: PlainWords) =>
  together(status && words.say.participationStatus[status], words.period(since, until))

function contact(record: RecordOf<'contact'>, words: PlainWords): Properties {
  const { say } = words
  const { partnership, rules, dutyStation } = record
  const labelled = ({ value, label }: { readonly value: string; readonly label: string }) =>
    label === '' ? asAddress(value) : `${asAddress(value)} (${asText(label)})`
  const facts: Facts = [
    ['type', say.contactType[record.contactType]],
    ['nativeName', asText(record.nativeName)],
    ['shortName', asText(record.shortName)],
    ['symbol', asText(record.symbol)],
    ['posts', record.posts.map((post) => postOf(post, words))],
    ['represents', words.represents(record.represents)],
    ['nationality', record.nationality && words.country(record.nationality)],
    ['dutyStation', together(asText(dutyStation.place), dutyStation.country && words.country(dutyStation.country))],
    ['assistant', words.name(record.assistant)],
    ['languages', record.languages.map((tag) => words.language(tag)).join(', ')],
    ['email', record.emails.map(labelled).join(', ')],
    ['phone', record.phones.map(labelled).join(', ')],
    ['address', asLines(record.address)],
    ['parent', words.name(record.parent)],
    ['seat', record.seat && words.country(record.seat)],
    ['founded', words.date(record.founded)],
    ['partnership', partnershipOf(partnership, words)],
    ['quorum', rules.quorum],
    ['adoptionRule', rules.adoption && say.adoptionRule[rules.adoption]],
    ['confirmed', together(words.date(record.confirmedOn), asText(record.confirmedSource))],
  ]
  const composition = record.composition.map(({ country: code, member, from, to }) => [
    code && words.country(code),
    words.name(member),
    words.date(from),
    words.date(to),
  ])
  const officers = record.officers.map(({ person, role, from, to }) => [words.name(person), asText(role), words.date(from), words.date(to)])
  const headed = (columns: readonly Label[]) => columns.map((label) => words.label(label))
  return {
    facts,
    tables: [
      table(words.label('composition'), headed(['country', 'member', 'from', 'to']), composition),
      table(words.label('officers'), headed(['person', 'role', 'from', 'to']), officers),
    ],
  }
}

function postOf({ title, organisation, country: code, from, to, former }: RecordOf<'contact'>['posts'][number], words: PlainWords): string {
  const over = former && to === '' ? words.say.former : ''
  return together(asText(title), words.name(organisation), code && words.country(code), words.period(from, to), over)
}

function partnershipOf({ kind, agreementDate, expiry }: RecordOf<'contact'>['partnership'], words: PlainWords): string {
  const { say } = words
  return together(
    kind && say.partnershipKind[kind],
    agreementDate && say.agreementOf(words.date(agreementDate)),
    expiry && say.expires(words.date(expiry)),
  )
}
