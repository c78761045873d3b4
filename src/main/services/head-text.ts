/** Words and dates taken from a record's columns: the line that tells it apart, its date, what a list is filtered by. */
import type { RecordHead } from '../../shared/model/head.ts'
import { words } from '../../shared/text/fold.ts'

/** The date that a record is about (a partial date); empty where its kind has none. */
export function dateOf(head: RecordHead): string {
  switch (head.kind) {
    case 'meeting':
      return head.start
    case 'note':
      return head.date
    case 'study':
      return head.deadline
    case 'contact':
      return head.confirmedOn
    case 'country':
      return head.since
  }
}

/** The date under which an action or decision of a record is listed; only texts of a day have one. */
export const textDate = (head: RecordHead): string => (head.kind === 'meeting' || head.kind === 'note' ? dateOf(head) : '')

/** One line that tells a record apart from others of its title. */
export function detailOf(head: RecordHead): string {
  const join = (...parts: readonly string[]) => parts.filter(Boolean).join(', ')
  switch (head.kind) {
    case 'contact':
      return head.contactType === 'person' ? join(head.post, head.organisation) : join(head.shortName, head.symbol, head.seat)
    case 'country':
      // of some countries the formal name is the short one
      return head.formalName === head.title ? head.code : head.formalName || head.code
    case 'note':
      return join(head.date, head.topic)
    case 'meeting':
      return join(head.start, head.symbol, head.place)
    case 'study':
      return join(head.stage, head.deadline)
  }
}

function columnTexts(head: RecordHead): readonly string[] {
  switch (head.kind) {
    case 'contact':
      return [head.post, head.organisation, head.symbol, head.dutyStation.place]
    case 'country':
      return [head.formalName, head.code, head.group]
    case 'note':
      return [head.topic]
    case 'meeting':
      return [head.symbol, head.meetingBody, head.place]
    case 'study':
      return head.authors
  }
}

/** The stage of a meeting or study, a country's participation, a note's type. */
export function stageOf(head: RecordHead): string | undefined {
  switch (head.kind) {
    case 'meeting':
    case 'study':
      return head.stage
    case 'country':
      return head.participation
    case 'note':
      return head.noteType
    case 'contact':
      return undefined
  }
}

/** Folded words, each with a space before it. */
const spaced = (text: string): string => {
  const own = words(text)
  return own.length === 0 ? '' : ` ${own.join(' ')}`
}

const OTHER_NAMES = '\u0001'
const COLUMNS = '\u0002'

/**
 * The folded words by which lists are filtered and links completed: title and aliases, each on a line; other names;
 * columns and tags.
 */
export function filterWords(head: RecordHead): string {
  const others = head.kind === 'contact' ? [head.shortName, head.nativeName].join(' ') : ''
  const names = [head.title, ...head.aliases].map(spaced).join('\n')
  return `${names}${OTHER_NAMES}${spaced(others)}${COLUMNS}${spaced([...columnTexts(head), ...head.tags].join(' '))}`
}

/** The names in {@link filterWords}. */
export function foldedNames(filtered: string): { readonly title: string; readonly aliases: readonly string[]; readonly others: string } {
  const [names = '', rest = ''] = filtered.split(OTHER_NAMES)
  const [title = '', ...aliases] = names.split('\n')
  return { title, aliases, others: rest.slice(0, rest.indexOf(COLUMNS)) }
}
