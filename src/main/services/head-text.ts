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
      return join(head.formalName || head.code)
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
      return [head.nativeName, head.shortName, head.post, head.organisation, head.symbol, head.dutyStation.place]
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

const wordsByHead = new WeakMap<RecordHead, string>()

/** The folded words of a record's names and columns, each with a space before it. Worked out once a version. */
function filterWords(head: RecordHead): string {
  let text = wordsByHead.get(head)
  if (text === undefined) {
    text = ` ${words([head.title, ...head.aliases, ...columnTexts(head), ...head.tags].join(' ')).join(' ')}`
    wordsByHead.set(head, text)
  }
  return text
}

/** A test for heads: every word of `text` begins a word of the record's names or columns. */
export function textFilter(text: string): (head: RecordHead) => boolean {
  const wanted = words(text).map((word) => ` ${word}`)
  return (head) => wanted.every((word) => filterWords(head).includes(word))
}
