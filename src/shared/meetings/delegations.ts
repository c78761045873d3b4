/** Participants by delegation: countries in protocol order, then organisations, then who speaks for nobody that is named. Pure. */
import type { Participant } from '../model/meeting.ts'
import { participantStatuses } from '../model/vocabulary.ts'
import { linkKey } from '../text/link-key.ts'
import { namesInOrder, protocolOrder, type ProtocolLanguage } from './protocol-order.ts'

/** One delegation; country and organisation both empty: those who represent nobody. */
export interface Delegation {
  /** ISO 3166-1 alpha-3; empty for an organisation. */
  readonly country: string
  /** As the first of its rows writes it; empty for a country. */
  readonly organisation: string
  /** Places of its participants in the list: the head first, then delegates, alternates, advisers and the others. */
  readonly rows: readonly number[]
}

export interface DelegationOptions {
  readonly language: ProtocolLanguage
  /** The short name of a country in that language. */
  readonly nameOf: (code: string) => string
  /** Countries that stand in the order also when nobody of theirs is named. */
  readonly countries?: readonly string[] | undefined
}

/** A status that is not given stands where delegates do. */
const rank = ({ status }: Participant): number => participantStatuses.indexOf(status === '' ? 'delegate' : status)

/** Somebody of a country and an organisation belongs to the country's delegation. */
export function delegationsOf(participants: readonly Participant[], { language, nameOf, countries = [] }: DelegationOptions): Delegation[] {
  const byCountry = new Map<string, number[]>(countries.filter(Boolean).map((code) => [code, []]))
  const byOrganisation = new Map<string, { readonly name: string; readonly rows: number[] }>()
  const nobody: number[] = []
  for (const [row, { represents }] of participants.entries()) {
    const { country, organisation } = represents
    const key = linkKey(organisation)
    if (country !== '') {
      const rows = byCountry.get(country)
      if (rows) rows.push(row)
      else byCountry.set(country, [row])
    } else if (key !== '') {
      const known = byOrganisation.get(key)
      if (known) known.rows.push(row)
      else byOrganisation.set(key, { name: organisation, rows: [row] })
    } else nobody.push(row)
  }
  const rankAt = (row: number) => {
    const participant = participants[row]
    return participant ? rank(participant) : 0
  }
  const inOrder = (rows: readonly number[]) => rows.toSorted((a, b) => rankAt(a) - rankAt(b) || a - b)
  const compare = namesInOrder(language)
  return [
    ...protocolOrder(byCountry.keys(), language, nameOf).map((country) => ({
      country,
      organisation: '',
      rows: inOrder(byCountry.get(country) ?? []),
    })),
    ...[...byOrganisation.values()]
      .toSorted((a, b) => compare(a.name, b.name))
      .map(({ name, rows }) => ({ country: '', organisation: name, rows: inOrder(rows) })),
    ...(nobody.length > 0 ? [{ country: '', organisation: '', rows: inOrder(nobody) }] : []),
  ]
}

/** For each row whom this person replaces, as the rows of those replaced say; empty for most. */
export function replacedBy(participants: readonly Participant[]): readonly (readonly string[])[] {
  const replaced = new Map<string, string[]>()
  for (const { presence, person, replacedBy: name } of participants) {
    const key = presence === 'replaced' ? linkKey(name) : ''
    if (key !== '') replaced.set(key, [...(replaced.get(key) ?? []), person])
  }
  return participants.map(({ person }) => replaced.get(linkKey(person)) ?? [])
}
