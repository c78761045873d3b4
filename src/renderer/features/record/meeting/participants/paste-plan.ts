/** What becomes of the names in rows that were pasted: known ones are contacts, the others are asked. Pure. */
import type { KnownContact, KnownName } from '../../../../../shared/contract/participants.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'
import type { PastedRow } from './pasted-participants.ts'

export type Choice = { readonly type: 'match'; readonly contact: KnownContact } | { readonly type: 'create' } | { readonly type: 'keep' }

/** A name that no contact bears as it is written. */
export interface AskedName {
  readonly name: string
  /** The first row with it. */
  readonly row: PastedRow
  readonly alike: readonly KnownContact[]
}

export interface PastePlan {
  readonly rows: readonly PastedRow[]
  /** Contacts that bear a name of the rows, by its link key. */
  readonly known: ReadonlyMap<string, KnownContact>
  readonly asked: readonly AskedName[]
  /** What is proposed for the asked ones, by link key. */
  readonly choices: ReadonlyMap<string, Choice>
}

/** The names that have to be looked up, each once. */
export const namesOf = (rows: readonly PastedRow[]): string[] =>
  [...new Map(rows.map(({ participant: { person } }) => [linkKey(person), person])).values()].filter((name) => name !== '')

/**
 * One that is called the same in another spelling is proposed; of several the one who represents the same country. A
 * likeness alone is proposed when nobody else is alike. Nothing is ever created unasked.
 */
function proposed({ participant }: PastedRow, { alike }: KnownName): Choice {
  const { country } = participant.represents
  for (const likeness of ['same', 'likely'] as const) {
    const found = alike.filter((contact) => contact.likeness === likeness)
    const ofCountry = found.filter(({ represents }) => country !== '' && represents.country === country)
    const [only] = found.length === 1 ? found : ofCountry.length === 1 ? ofCountry : []
    if (only && !(country !== '' && only.represents.country !== '' && only.represents.country !== country)) {
      return { type: 'match', contact: only }
    }
    if (found.length > 0) break
  }
  return { type: 'keep' }
}

/** `found` are the answers for {@link namesOf}, in that order. */
export function pastePlan(rows: readonly PastedRow[], found: readonly KnownName[]): PastePlan {
  const firstRows = new Map<string, PastedRow>()
  for (const row of rows) {
    const key = linkKey(row.participant.person)
    if (!firstRows.has(key)) firstRows.set(key, row)
  }
  const known = new Map<string, KnownContact>()
  const asked: AskedName[] = []
  const choices = new Map<string, Choice>()
  for (const [at, name] of namesOf(rows).entries()) {
    const answer = found[at]
    const key = linkKey(name)
    const row = firstRows.get(key)
    if (!answer || !row) continue
    if (answer.contact) known.set(key, answer.contact)
    else {
      asked.push({ name, row, alike: answer.alike })
      choices.set(key, proposed(row, answer))
    }
  }
  return { rows, known, asked, choices }
}

/** A row with what a contact says of its empty cells. */
export const withContact = (participant: Participant, { title, post, represents }: KnownContact): Participant => {
  const own = participant.represents
  const isGiven = own.country !== '' || own.organisation !== ''
  return { ...participant, person: title, title: participant.title || post, represents: isGiven ? own : represents }
}

/** The participants as they enter the list. */
export function plannedRows({ rows, known }: PastePlan, choices: ReadonlyMap<string, Choice>): Participant[] {
  return rows.map(({ participant }) => {
    const key = linkKey(participant.person)
    const choice = choices.get(key)
    const contact = known.get(key) ?? (choice?.type === 'match' ? choice.contact : undefined)
    return contact ? withContact(participant, contact) : participant
  })
}

/** The contacts that are to be made. */
export const contactsToCreate = ({ asked }: PastePlan, choices: ReadonlyMap<string, Choice>) =>
  asked
    .filter(({ name }) => choices.get(linkKey(name))?.type === 'create')
    .map(({ name, row: { participant, family, given } }) => ({
      title: name,
      family,
      given,
      post: participant.title,
      country: participant.represents.country,
      organisation: participant.represents.organisation,
    }))
