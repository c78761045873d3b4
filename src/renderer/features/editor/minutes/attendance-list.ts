/** Who was there, as a list of minutes. Pure. */
import type { Participant } from '../../../../shared/model/meeting.ts'
import { minutesWords } from './minutes-words.ts'

const ORDER = ['present', 'remote', 'apologies', 'absent'] as const

/** A comma in a title or a name is part of it: nothing is escaped but what would end the line. */
const rowOf = ({ person, title, represents }: Participant, countryName: (code: string) => string, name = person): string => {
  const from = represents.country === '' ? represents.organisation : countryName(represents.country)
  return `- ${[`[[${name}]]`, name === person ? title : '', from].filter(Boolean).join(', ')}`
}

/** Paragraphs of lists, by presence; one list while nobody's presence is marked. Rows without a name are left out. */
export function attendanceList(participants: readonly Participant[], language: string, countryName: (code: string) => string): string {
  const words = minutesWords(language)
  const named = participants.filter(({ person }) => person !== '')
  const list = (heading: string, rows: readonly string[]) => (rows.length === 0 ? [] : [`**${heading}**`, rows.join('\n')])
  if (named.every(({ presence }) => presence === ''))
    return list(
      words.named,
      named.map((row) => rowOf(row, countryName)),
    ).join('\n\n')
  return ORDER.flatMap((presence) => {
    const rows = named.flatMap((row) => {
      if (row.presence === presence) return [rowOf(row, countryName)]
      // who came instead was there
      return presence === 'present' && row.presence === 'replaced' && row.replacedBy !== '' ? [rowOf(row, countryName, row.replacedBy)] : []
    })
    return list(words[presence], rows)
  }).join('\n\n')
}
