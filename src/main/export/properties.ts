/** How every field of the model is called in front matter, and in which form it stands there (docs/dialect.md). */
import type { Kind } from '../../shared/model/common.ts'

/** `text` and `link`; `number`, a whole one that is left out when it is 0; or `flag`: the word stands there when it is true. */
export interface Column {
  readonly path: readonly [string, string?]
  readonly type: 'text' | 'link' | 'number' | 'flag'
}

export interface Property {
  /** The key in the front matter. */
  readonly key: string
  /** Where the value stands in the record. */
  readonly path: readonly [string, string?]
  /** `rows`: a list of lines, each made of columns. */
  readonly type: 'text' | 'date' | 'link' | 'texts' | 'links' | 'tags' | 'rows'
  readonly columns: readonly Column[]
}

const property =
  (type: Property['type']) =>
  (key: string, field: string, part?: string): Property => ({
    key,
    path: part === undefined ? [field] : [field, part],
    type,
    columns: [],
  })
const text = property('text')
const date = property('date')
const link = property('link')
const texts = property('texts')
const links = property('links')

const column =
  (type: Column['type']) =>
  (field: string, part?: string): Column => ({ path: part === undefined ? [field] : [field, part], type })
const word = column('text')
const name = column('link')
const flag = column('flag')
const number = column('number')
const rows = (key: string, field: string, ...columns: readonly Column[]): Property => ({ key, path: [field], type: 'rows', columns })

/** Of meetings and notes. */
const followUp = rows('follow-up', 'followUp', word('of'), word('on'), word('change'), word('value'), word('key'), number('nth'))

const common: readonly Property[] = [
  texts('aliases', 'aliases'),
  property('tags')('tags', 'tags'),
  texts('countries', 'countries'),
  text('classification', 'classification'),
  text('distribution', 'distribution'),
  text('language', 'language'),
  rows('language-versions', 'languageVersions', word('language'), name('record')),
  text('authentic-language', 'authenticLanguage'),
]

const byKind: Readonly<Record<Kind, readonly Property[]>> = {
  contact: [
    text('contact-type', 'contactType'),
    text('honorific', 'honorific'),
    text('given', 'given'),
    text('family', 'family'),
    text('native-name', 'nativeName'),
    rows('posts', 'posts', word('title'), name('organisation'), word('country'), word('from'), word('to'), flag('former')),
    text('nationality', 'nationality'),
    text('represents-country', 'represents', 'country'),
    link('represents-organisation', 'represents', 'organisation'),
    text('duty-station-place', 'dutyStation', 'place'),
    text('duty-station-country', 'dutyStation', 'country'),
    link('assistant', 'assistant'),
    texts('languages', 'languages'),
    rows('emails', 'emails', word('value'), word('label')),
    rows('phones', 'phones', word('value'), word('label')),
    text('address', 'address'),
    date('confirmed-on', 'confirmedOn'),
    text('confirmed-source', 'confirmedSource'),
    text('short-name', 'shortName'),
    link('parent', 'parent'),
    text('seat', 'seat'),
    date('founded', 'founded'),
    text('partnership', 'partnership', 'kind'),
    date('partnership-agreement-date', 'partnership', 'agreementDate'),
    date('partnership-expiry', 'partnership', 'expiry'),
    text('symbol', 'symbol'),
    rows('composition', 'composition', word('country'), name('member'), word('from'), word('to')),
    rows('officers', 'officers', name('person'), word('role'), word('from'), word('to')),
    text('quorum', 'rules', 'quorum'),
    text('adoption-rule', 'rules', 'adoption'),
  ],
  country: [
    text('code', 'code'),
    text('short-name-en', 'shortNames', 'en'),
    text('short-name-ru', 'shortNames', 'ru'),
    text('short-name-kk', 'shortNames', 'kk'),
    text('formal-name-en', 'formalNames', 'en'),
    text('formal-name-ru', 'formalNames', 'ru'),
    text('formal-name-kk', 'formalNames', 'kk'),
    text('group', 'group'),
    texts('official-languages', 'officialLanguages'),
    text('participation', 'participation', 'status'),
    date('participation-since', 'participation', 'since'),
    date('participation-until', 'participation', 'until'),
    rows(
      'focal-points',
      'focalPoints',
      name('person'),
      word('topic'),
      word('designatedBy'),
      word('designatedOn'),
      name('alternate'),
      word('until'),
    ),
  ],
  note: [
    link('meeting-body', 'meetingBody'),
    text('note-type', 'noteType'),
    text('topic', 'topic'),
    date('date', 'date'),
    text('source', 'source'),
    followUp,
  ],
  meeting: [
    link('meeting-body', 'meetingBody'),
    text('session', 'session'),
    text('symbol', 'symbol'),
    text('form', 'form'),
    text('meeting-type', 'meetingType'),
    link('part-of', 'partOf'),
    date('start', 'start'),
    text('start-time', 'startTime'),
    date('end', 'end'),
    text('end-time', 'endTime'),
    text('time-zone', 'timeZone'),
    text('place', 'place'),
    text('calendar-uid', 'calendarUid'),
    text('mode', 'mode'),
    link('chair', 'chair'),
    link('secretary', 'secretary'),
    rows(
      'participants',
      'participants',
      name('person'),
      word('function'),
      word('status'),
      word('represents', 'country'),
      name('represents', 'organisation'),
      word('title'),
      word('presence'),
      name('replacedBy'),
    ),
    rows('stated-figures', 'statedFigures', word('label'), word('value'), word('source')),
    text('stage', 'stage'),
    link('cleared-by', 'clearance', 'by'),
    date('cleared-on', 'clearance', 'on'),
    text('circulated-to', 'circulation', 'to'),
    date('circulated-on', 'circulation', 'on'),
    date('comments-by', 'circulation', 'deadline'),
    text('adopted-how', 'adoption', 'how'),
    link('adopted-at', 'adoption', 'meeting'),
    date('adopted-on', 'adoption', 'on'),
    rows('comments', 'comments', name('from'), word('on'), word('passage'), word('text'), word('answer')),
    text('adopted-sha256', 'adoptedHash'),
    rows('corrigenda', 'corrigenda', word('on'), word('sha256'), word('reason')),
    followUp,
  ],
  study: [
    text('stage', 'stage'),
    links('authors', 'authors'),
    links('reviewers', 'reviewers'),
    date('deadline', 'deadline'),
    text('abstract', 'abstract'),
    texts('sources', 'sources'),
    rows('versions', 'versions', word('name'), word('date'), word('remark')),
    text('isbn', 'isbn'),
    text('doi', 'doi'),
  ],
}

/** What the datastore keeps: written for readers, not taken back by an import. */
export const systemKeys = ['revision', 'created', 'created-by', 'created-device', 'updated', 'updated-by', 'updated-device'] as const
/** Lists links of the body as they are written in Rapporteur, where the file has them otherwise. */
export const ORIGINAL_LINKS = 'original-links'
/** Says that the file does not hold all of its record, so that no import puts it in the record's place. */
export const WITHHELD_KEY = 'withheld'
/** Lists the record's files, one a line; see `attachment-files.ts`. */
export const ATTACHMENTS_KEY = 'attachments'
/** Before the key of foreign front matter that would be taken for one of ours. */
export const EXTRA_PREFIX = 'extra:'

export const propertiesOf: Readonly<Record<Kind, readonly Property[]>> = {
  contact: [...common, ...byKind.contact],
  country: [...common, ...byKind.country],
  note: [...common, ...byKind.note],
  meeting: [...common, ...byKind.meeting],
  study: [...common, ...byKind.study],
}

const keysOf = (kind: Kind): ReadonlySet<string> =>
  new Set([
    'id',
    'kind',
    'title',
    ORIGINAL_LINKS,
    ATTACHMENTS_KEY,
    WITHHELD_KEY,
    ...systemKeys,
    ...propertiesOf[kind].map(({ key }) => key),
  ])

/** Every key that Rapporteur writes for a kind. */
export const knownKeys: Readonly<Record<Kind, ReadonlySet<string>>> = {
  contact: keysOf('contact'),
  country: keysOf('country'),
  note: keysOf('note'),
  meeting: keysOf('meeting'),
  study: keysOf('study'),
}

/** What stands at the path of a property or column. */
export function valueAt(object: object, [field, part]: readonly [string, string?]): unknown {
  const value = (object as Readonly<Record<string, unknown>>)[field]
  return part === undefined ? value : (value as Readonly<Record<string, unknown>>)[part]
}
