/** Who was there, as a list of minutes: by delegation in protocol order, observers apart. Pure. */
import { delegationsOf, replacedBy } from '../../../../shared/meetings/delegations.ts'
import type { ProtocolLanguage } from '../../../../shared/meetings/protocol-order.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { linkKey } from '../../../../shared/text/link-key.ts'
import { minutesWords, type MinutesWords } from './minutes-words.ts'

/** Observers stand after all others who were there. */
const ORDER = ['present', 'remote', 'observers', 'apologies', 'absent'] as const

interface Printed {
  readonly row: Participant
  readonly name: string
  readonly presence: Participant['presence']
  /** Whom this person came instead of. */
  readonly insteadOf: readonly string[]
}

/** Who came instead was there, and the list says for whom; somebody with a row of their own is not named a second time. */
function printed(named: readonly Participant[]): (Printed | null)[] {
  const own = new Set(named.map(({ person }) => linkKey(person)))
  const replaced = replacedBy(named)
  return named.map((row, at) => {
    if (row.presence !== 'replaced') return { row, name: row.person, presence: row.presence, insteadOf: replaced[at] ?? [] }
    if (row.replacedBy === '' || own.has(linkKey(row.replacedBy))) return null
    return { row, name: row.replacedBy, presence: 'present', insteadOf: [row.person] }
  })
}

const link = (name: string) => `[[${name}]]`

/** A comma in a title or a name is part of it: nothing is escaped but what would end the line. */
function lineOf({ row, name, insteadOf }: Printed, words: MinutesWords, countryName: (code: string) => string): string {
  const { person, title, represents } = row
  const from = represents.country === '' ? represents.organisation : countryName(represents.country)
  const instead = insteadOf.length === 0 ? '' : words.insteadOf(insteadOf.map(link).join(', '))
  return `- ${[link(name), name === person ? title : '', from, instead].filter(Boolean).join(', ')}`
}

function placeOf({ row, presence }: Printed): Participant['presence'] | 'observers' {
  const wasThere = presence === 'present' || presence === 'remote'
  return wasThere && row.status === 'observer' ? 'observers' : presence
}

/** Paragraphs of lists, by presence; while nobody's presence is marked, of all who are named. Rows without a name are left out. */
export function attendanceList(
  participants: readonly Participant[],
  language: string,
  { order, countryName }: { readonly order: ProtocolLanguage; readonly countryName: (code: string) => string },
): string {
  const words = minutesWords(language)
  const named = participants.filter(({ person }) => person !== '')
  const all = printed(named)
  const inOrder = delegationsOf(named, { language: order, nameOf: countryName })
    .flatMap(({ rows }) => rows)
    .flatMap((at) => all[at] ?? [])
  const list = (heading: string, rows: readonly Printed[]) =>
    rows.length === 0 ? [] : [`**${heading}**`, rows.map((row) => lineOf(row, words, countryName)).join('\n')]
  const isObserver = ({ row }: Printed) => row.status === 'observer'
  const lists = named.every(({ presence }) => presence === '')
    ? [
        ...list(
          words.named,
          inOrder.filter((row) => !isObserver(row)),
        ),
        ...list(words.observers, inOrder.filter(isObserver)),
      ]
    : ORDER.flatMap((place) =>
        list(
          words[place],
          inOrder.filter((row) => placeOf(row) === place),
        ),
      )
  return lists.join('\n\n')
}
