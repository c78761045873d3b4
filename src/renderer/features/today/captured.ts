/** What a line that is jotted down becomes: an action, a contact or a note. Pure. */
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { deadlineIn } from '../../../shared/markdown/deadline-words.ts'
import { MAX_TITLE, RESERVED_IN_TITLES, titleProblem } from '../../../shared/model/vocabulary.ts'
import type { RecordInput } from '../../../shared/model/record.ts'

export const capturedKinds = ['note', 'contact', 'action'] as const
export type CapturedKind = (typeof capturedKinds)[number]

export interface CapturedAction {
  readonly text: string
  readonly responsible: readonly string[]
  readonly due: string
}

export interface CapturedContact {
  readonly title: string
  readonly post: string
  readonly organisation: string
  /** ISO 3166-1 alpha-3, or empty. */
  readonly country: string
  readonly email: string
}

const EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,.]+$/u
/** Two to five words that begin with a capital, particles and initials among them. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|al|bin|da|de|del|den|der|di|la|le|van|von|оглы|кызы)){1,5}$/u
const BOX = /^(?:[-*+]\s+)?\[ ?\]\s+/

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
/** Where words were taken out of a sentence. */
const closed = (text: string) => oneLine(text).replace(/\s+(?=[,;:.!?])/gu, '')

/** `people`: names that were taken from the list behind an `@`. */
export function actionIn(line: string, { today, people }: { readonly today: string; readonly people: readonly string[] }): CapturedAction {
  let text = line.replace(BOX, '')
  const named = new Set<string>()
  // the longest first: “@Kim” stands in “@Kim Pan Suk” too
  for (const name of people.toSorted((a, b) => b.length - a.length)) {
    if (!text.includes(`@${name}`)) continue
    named.add(name)
    text = text.replaceAll(`@${name}`, ' ')
  }
  const responsible = people.filter((name) => named.has(name))
  const deadline = deadlineIn(text, { today })
  if (deadline) text = `${text.slice(0, deadline.from)} ${text.slice(deadline.to)}`
  return { text: closed(text).replace(/\s*[,;:–—-]+$/u, ''), responsible, due: deadline?.due ?? '' }
}

/** "Name, post, organisation, country, e-mail" in which all but the name may be missing and the last two stand anywhere. */
export function contactIn(line: string, countryNamed: (text: string) => CountryOption | undefined): CapturedContact {
  const [title = '', ...rest] = line.split(/[,;]/u).map(oneLine)
  let email = ''
  let country = ''
  const words: string[] = []
  for (const part of rest) {
    const found = country === '' ? countryNamed(part) : undefined
    if (email === '' && EMAIL.test(part)) email = part
    else if (found) country = found.code
    else if (part !== '') words.push(part)
  }
  const [post = '', ...organisation] = words
  return { title, post, organisation: organisation.join(', '), country, email }
}

/** What is most likely meant; the person says otherwise by a key. */
export function kindOf(
  line: string,
  options: {
    readonly today: string
    readonly people: readonly string[]
    readonly countryNamed: (text: string) => CountryOption | undefined
  },
): CapturedKind {
  const action = actionIn(line, options)
  if (BOX.test(line) || action.due !== '' || action.responsible.length > 0) return 'action'
  const { title, post, country, email } = contactIn(line, options.countryNamed)
  return NAME.test(title) && (email !== '' || country !== '' || (post !== '' && line.split(',').length > 2)) ? 'contact' : 'note'
}

/** A line that cannot be a title whole stands in the text, and its beginning without brackets is the title. */
function titleAndBody(line: string): { readonly title: string; readonly body: string } {
  const whole = oneLine(line)
  if (!titleProblem(whole)) return { title: whole, body: '' }
  const free = oneLine([...whole].map((char) => (RESERVED_IN_TITLES.includes(char) ? ' ' : char)).join(''))
  const cut = free.length > MAX_TITLE / 5 ? `${free.slice(0, MAX_TITLE / 5).replace(/\s+\S*$/u, '')}…` : free
  return { title: cut, body: `${whole}\n` }
}

export const noteInput = (line: string, today: string): RecordInput => ({
  kind: 'note',
  ...titleAndBody(line),
  date: today,
  noteType: 'note for the file',
})

export const contactInput = ({ title, post, organisation, country, email }: CapturedContact): RecordInput => ({
  kind: 'contact',
  contactType: 'person',
  title,
  posts: post === '' ? [] : [{ title: post, organisation, country, from: '', to: '', former: false }],
  represents: { country, organisation: '' },
  countries: country === '' ? [] : [country],
  emails: email === '' ? [] : [{ label: '', value: email }],
})
