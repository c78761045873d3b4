/** Rows copied from a spreadsheet, read as participants: which column holds what, by its heading or by its cells. */
import type { CountryOption } from '../../../../../shared/contract/lists.ts'
import { participantFunctions, participantStatuses, presences } from '../../../../../shared/model/vocabulary.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { words } from '../../../../../shared/text/fold.ts'
import { tableCells } from '../../../../parts/clipboard/table-cells.ts'
import { countryNamed } from '../../../../parts/countries/country-names.ts'
import { emptyParticipant, isBlank, MOST_PARTICIPANTS } from './participant-list.ts'

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

/** A row as it was copied; the parts of the name when they stand in columns of their own. */
export interface PastedRow {
  readonly participant: Participant
  readonly family: string
  readonly given: string
  /** What stands under Country and is the name of none: then it is the organisation, unless a country is chosen for it. */
  readonly unknownCountry: string
}

export interface PastedParticipants {
  readonly rows: readonly PastedRow[]
  /** What each column was taken for; null: left out. */
  readonly columns: readonly (ParticipantColumn | null)[]
  readonly hadHeadings: boolean
}

/** More rows than a meeting takes: nothing of them was read. */
export interface TooManyRows {
  readonly tooMany: number
}

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

/** So many rows tell what the columns hold. */
const LOOKED_AT = 100

/** Without headings: a column of countries, of statuses, of functions, of presence; else names, then titles, then organisations. */
function guessColumns(all: readonly (readonly string[])[], countries: readonly CountryOption[]): (ParticipantColumn | null)[] {
  const rows = all.slice(0, LOOKED_AT)
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
): PastedRow {
  const cell = (column: ParticipantColumn) => row[columns.indexOf(column)] ?? ''
  const country = countryNamed(countries, cell('country'))
  const organisation = cell('organisation') || (country ? '' : cell('country'))
  const [family, given] = [cell('family'), cell('given')]
  const participant = {
    ...emptyParticipant,
    person: cell('person') || [given, family].filter(Boolean).join(' '),
    title: cell('title'),
    represents: { country: country?.code ?? '', organisation },
    function: oneOf(participantFunctions, cell('function')) ?? '',
    status: oneOf(participantStatuses, cell('status')) ?? '',
    presence: presenceOf(cell('presence')) ?? '',
  }
  return { participant, family, given, unknownCountry: country ? '' : cell('country') }
}

/** Undefined when the text is not a table: then it is pasted as text. */
export function participantsFromPaste(text: string, countries: readonly CountryOption[]): PastedParticipants | TooManyRows | undefined {
  const rows = tableCells(text)
  const [first] = rows
  if (!first || (rows.length === 1 && first.length === 1)) return undefined
  // with the line of headings
  if (rows.length > MOST_PARTICIPANTS + 1) return { tooMany: rows.length }
  const named = first.map(headingOf)
  const hadHeadings =
    named.filter((column) => column !== null).length * 2 > first.length &&
    named.some((column) => column === 'person' || column === 'family')
  const columns = (hadHeadings ? named : guessColumns(rows, countries)).map((column, index, all) =>
    all.indexOf(column) === index ? column : null,
  )
  const pasted = (hadHeadings ? rows.slice(1) : rows)
    .map((row) => participantOf(row, columns, countries))
    .filter(({ participant }) => !isBlank(participant))
  return pasted.length > 0 ? { rows: pasted, columns, hadHeadings } : undefined
}
