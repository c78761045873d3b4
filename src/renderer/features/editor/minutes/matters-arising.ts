/** Open actions of earlier meetings as items of an agenda. Pure. */
import type { Output } from '../../../../shared/contract/index.ts'
import { WITHHELD } from '../../../../shared/markdown/withhold.ts'
import { dateInWords, documentLanguage } from '../../../../shared/text/dates-in-words.ts'
import { minutesWords } from './minutes-words.ts'

type Row = Pick<Output<'meetings.mattersArising'>['rows'][number], 'text' | 'responsible' | 'due' | 'recordTitle'>

const linkTo = (name: string) => (name === WITHHELD ? name : `[[${name}]]`)

/** List items, no actions: each stays the action of its own meeting, which the item links to. */
export function mattersList(rows: readonly Row[], language: string): string {
  const words = minutesWords(language)
  return rows
    .map(({ text, responsible, due, recordTitle }) => {
      const who = responsible.map(linkTo).join(', ')
      const when = due === '' ? '' : words.by(dateInWords(due, documentLanguage([language]), 'genitive'))
      return `- ${[text.replace(/[.;,]$/, ''), who, when].filter(Boolean).join(', ')} (${linkTo(recordTitle)})`
    })
    .join('\n')
}
