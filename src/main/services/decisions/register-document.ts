/** The register of decisions as one document for readers. Pure. */
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import type { Classification } from '../../../shared/model/common.ts'

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

interface Limits {
  /** The highest of the texts that the rows are of. */
  readonly classification: Classification
  /** Decisions that are classified too high for this document. */
  readonly withheld: number
}

function levelOf({ classification, withheld }: Limits): string {
  const level = `Classification: ${classification}.`
  if (withheld === 0) return level
  return `${level} ${withheld === 1 ? '1 decision is' : `${withheld} decisions are`} classified higher and left out.`
}

/** Markdown: its classification, then a heading a decision, where and how it was taken, what became of it, its text. */
export const registerDocument = (title: string, rows: readonly DecisionRow[], limits: Limits): string =>
  [`# ${oneLine(title)}`, levelOf(limits), ...rows.map(entry)].join('\n\n').concat('\n')
