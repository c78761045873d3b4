/** The register of decisions as one document for readers. Pure. */
import type { DecisionRow } from '../../../shared/contract/decisions.ts'

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

function statusOf({ status, statusOn, supersededBy }: DecisionRow): string {
  const words = status === 'superseded' ? `superseded by ${supersededBy}` : status
  return statusOn === '' ? words : `${words} (${statusOn})`
}

function entry(row: DecisionRow): string {
  const { number, title, text, recordTitle, recordDate, taken, supersedes, clashes, actions } = row
  const facts = [
    `[[${recordTitle}]]${recordDate === '' ? '' : `, ${recordDate}`}`,
    taken === '' ? '' : `by ${taken}`,
    statusOf(row),
    supersedes.length === 0 ? '' : `in place of ${supersedes.join(', ')}`,
    actions === 0 ? '' : actions === 1 ? '1 action' : `${actions} actions`,
    clashes.length === 0 ? '' : `the number is also used in ${clashes.map((other) => `[[${other.title}]]`).join(', ')}`,
  ].filter(Boolean)
  return [`## ${oneLine([number, title].filter(Boolean).join(' ')) || 'Decision'}`, facts.join(' · '), text.trim()]
    .filter(Boolean)
    .join('\n\n')
}

/** Markdown: a heading a decision, where and how it was taken, what became of it, its text. */
export const registerDocument = (title: string, rows: readonly DecisionRow[]): string =>
  [`# ${oneLine(title)}`, ...rows.map(entry)].join('\n\n').concat('\n')
