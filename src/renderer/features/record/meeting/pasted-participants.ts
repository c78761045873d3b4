/** Rows copied from a spreadsheet, read as participants: which column holds what, by its heading or by its cells. */
import type { CountryOption } from '../../../../shared/contract/lists.ts'
import { participantFunctions, participantStatuses, presences } from '../../../../shared/model/vocabulary.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { words } from '../../../../shared/text/fold.ts'
import { tableCells } from '../../../parts/clipboard/table-cells.ts'
import { countryNamed } from '../../../parts/countries/country-names.ts'

export const participantColumns = [
  'person',
  'family',
  'given',
  'title',
  'country',
  'organisation',
  'function',
  'status',
  'presence',
] as const
export type ParticipantColumn = (typeof participantColumns)[number]

export interface PastedParticipants {
  readonly participants: readonly Participant[]
  /** What each column was taken for; null: left out. */
  readonly columns: readonly (ParticipantColumn | null)[]
  readonly hadHeadings: boolean
}

export const emptyParticipant: Participant = {
  person: '',
  function: '',
  status: '',
  represents: { country: '', organisation: '' },
  title: '',
  presence: '',
  replacedBy: '',
}

/** A row that was added and left as it was: it is nobody. */
export const isBlank = ({ person, title, represents }: Participant): boolean =>
  person === '' && title === '' && represents.country === '' && represents.organisation === ''

/** Headings as secretariats write them. A heading is taken for the first column whose word it contains. */
const headings: readonly (readonly [ParticipantColumn, readonly string[]])[] = [
  ['family', ['family', 'surname', 'last', 'фамилия', 'тегі']],
  ['given', ['given', 'first', 'forename', 'имя', 'отчество']],
  [
    'organisation',
    ['organisation', 'organization', 'institution', 'ministry', 'agency', 'организация', 'ведомство', 'учреждение', 'ұйым', 'мекеме'],
  ],
  ['country', ['country', 'delegation', 'state', 'represents', 'страна', 'делегация', 'государство', 'ел', 'елі']],
  ['title', ['title', 'position', 'post', 'job', 'должность', 'лауазымы', 'лауазым']],
  ['function', ['function', 'role', 'функция', 'роль']],
  ['status', ['status', 'capacity', 'статус', 'мәртебесі']],
  ['presence', ['presence', 'attendance', 'attended', 'present', 'присутствие', 'явка', 'қатысуы']],
  ['person', ['name', 'participant', 'person', 'фио', 'ф', 'участник', 'аты', 'тааә', 'қатысушы']],
]

function headingOf(cell: string): ParticipantColumn | null {
  const said = words(cell)
  if (said.length === 0 || said.length > 4) return null
  const found = headings.find(([, names]) => names.some((name) => said.includes(words(name)[0] ?? name)))?.[0] ?? null
  // "Full name", "Name" and "Name of participant" hold the whole name
  return found === 'given' && said.includes('full') ? 'person' : found
}

const oneOf = <T extends string>(values: readonly T[], cell: string): T | undefined =>
  values.find((value) => value !== '' && value === words(cell).join(' '))

/** Presence as lists mark it. */
const presenceMarks: Readonly<Record<string, Participant['presence']>> = {
  yes: 'present',
  x: 'present',
  attended: 'present',
  да: 'present',
  присутствовал: 'present',
  online: 'remote',
  virtual: 'remote',
  zoom: 'remote',
  онлайн: 'remote',
  дистанционно: 'remote',
  no: 'absent',
  нет: 'absent',
  отсутствовал: 'absent',
  excused: 'apologies',
  regrets: 'apologies',
}
const presenceOf = (cell: string) => oneOf(presences, cell) ?? presenceMarks[words(cell).join(' ')]

/** Without headings: a column of countries, of statuses, of functions, of presence; else names, then titles, then organisations. */
function guessColumns(rows: readonly (readonly string[])[], countries: readonly CountryOption[]): (ParticipantColumn | null)[] {
  const width = Math.max(...rows.map((row) => row.length))
  const taken = new Set<ParticipantColumn>()
  const take = (column: ParticipantColumn) => {
    taken.add(column)
    return column
  }
  const tests: readonly (readonly [ParticipantColumn, (cell: string) => boolean])[] = [
    ['country', (cell) => countryNamed(countries, cell) !== undefined],
    ['status', (cell) => oneOf(participantStatuses, cell) !== undefined],
    ['function', (cell) => oneOf(participantFunctions, cell) !== undefined],
    ['presence', (cell) => presenceOf(cell) !== undefined],
  ]
  const certain = Array.from({ length: width }, (_, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter(Boolean)
    const found = tests.find(([column, fits]) => !taken.has(column) && cells.length > 0 && cells.filter(fits).length * 2 > cells.length)
    return found ? take(found[0]) : null
  })
  const texts: ParticipantColumn[] = ['person', 'title', 'organisation']
  return certain.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter(Boolean)
    // a running number is no name
    if (column !== null || cells.every((cell) => /^[\d.)]+$/.test(cell))) return column
    return texts.shift() ?? null
  })
}

function participantOf(
  row: readonly string[],
  columns: readonly (ParticipantColumn | null)[],
  countries: readonly CountryOption[],
): Participant {
  const cell = (column: ParticipantColumn) => row[columns.indexOf(column)] ?? ''
  const country = countryNamed(countries, cell('country'))
  const organisation = cell('organisation') || (country ? '' : cell('country'))
  return {
    ...emptyParticipant,
    person: cell('person') || [cell('given'), cell('family')].filter(Boolean).join(' '),
    title: cell('title'),
    represents: { country: country?.code ?? '', organisation },
    function: oneOf(participantFunctions, cell('function')) ?? '',
    status: oneOf(participantStatuses, cell('status')) ?? '',
    presence: presenceOf(cell('presence')) ?? '',
  }
}

/** Undefined when the text is not a table: then it is pasted as text. */
export function participantsFromPaste(text: string, countries: readonly CountryOption[]): PastedParticipants | undefined {
  const rows = tableCells(text)
  const [first] = rows
  if (!first || (rows.length === 1 && first.length === 1)) return undefined
  const named = first.map(headingOf)
  const hadHeadings =
    named.filter((column) => column !== null).length * 2 > first.length &&
    named.some((column) => column === 'person' || column === 'family')
  const columns = (hadHeadings ? named : guessColumns(rows, countries)).map((column, index, all) =>
    all.indexOf(column) === index ? column : null,
  )
  const participants = (hadHeadings ? rows.slice(1) : rows)
    .map((row) => participantOf(row, columns, countries))
    .filter((participant) => !isBlank(participant))
  return participants.length > 0 ? { participants, columns, hadHeadings } : undefined
}
