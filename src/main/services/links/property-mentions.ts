/** Where a record's properties name another one, with a few words on what it is there. */
import type { Mention } from '../../../shared/contract/lists.ts'
import { recordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord, RecordOf } from '../../../shared/model/record.ts'

type IsMeant = (name: string) => boolean

const phrase = (...parts: readonly string[]) => parts.filter(Boolean).join(', ')
const period = (from: string, to: string) => (from || to ? `${from}–${to}` : '')

function contactPhrases(record: RecordOf<'contact'>, isMeant: IsMeant): Readonly<Record<string, string[]>> {
  return {
    posts: record.posts.filter((post) => isMeant(post.organisation)).map((post) => phrase(post.title, period(post.from, post.to))),
    officers: record.officers.filter(({ person }) => isMeant(person)).map(({ role, from, to }) => phrase(role, period(from, to))),
    composition: record.composition
      .filter(({ member }) => isMeant(member))
      .map(({ country, from, to }) => phrase(country, period(from, to))),
  }
}

function meetingPhrases(record: RecordOf<'meeting'>, isMeant: IsMeant): Readonly<Record<string, string[]>> {
  const rows = record.participants.filter(
    ({ person, replacedBy, represents }) => isMeant(person) || isMeant(replacedBy) || isMeant(represents.organisation),
  )
  const words = (row: (typeof rows)[number]) => {
    // of an organisation it is worth knowing who spoke for it
    const who = isMeant(row.person) ? '' : row.person
    return phrase(who, row.function || row.status, row.title, isMeant(row.represents.organisation) ? '' : row.represents.organisation)
  }
  return { participants: rows.map(words) }
}

function phrasesOf(record: AnyRecord, isMeant: IsMeant): Readonly<Record<string, string[]>> {
  switch (record.kind) {
    case 'contact':
      return contactPhrases(record, isMeant)
    case 'meeting':
      return meetingPhrases(record, isMeant)
    case 'country':
      return {
        focalPoints: record.focalPoints
          .filter(({ person, alternate }) => isMeant(person) || isMeant(alternate))
          .map(({ topic, designatedBy, designatedOn }) => phrase(topic, designatedBy, designatedOn)),
      }
    case 'note':
    case 'study':
      return {}
  }
}

/** One mention for each row that names it; for plain properties the name itself. */
export function propertyMentions(record: AnyRecord, isMeant: IsMeant): Mention[] {
  const phrases = phrasesOf(record, isMeant)
  const named = new Map<string, string>()
  for (const { field, name } of recordLinks(record)) if (isMeant(name) && !named.has(field)) named.set(field, name)
  return [...named].flatMap(([field, name]) => {
    const sentences = phrases[field] ?? []
    return (sentences.length > 0 ? sentences : [name]).map((sentence) => ({ sentence: sentence || name, ranges: [], field }))
  })
}
