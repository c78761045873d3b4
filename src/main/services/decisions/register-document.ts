/** The register of decisions as one document for readers. Pure. */
import type { DecisionFilter } from '../../../shared/contract/decisions.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { shownStatus } from '../../../shared/model/shown-status.ts'
import { dateInWords } from '../../../shared/text/dates-in-words.ts'
import type { ToldDecision } from './told-decisions.ts'

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
const date = (partial: string) => dateInWords(partial, 'en')

function statusOf(decision: ToldDecision): string {
  const { statusOn, supersededBy } = decision
  const status = shownStatus(decision)
  const words = status === 'superseded' ? `superseded by ${oneLine(supersededBy)}` : status
  return statusOn === '' ? words : `${words} (${date(statusOn)})`
}

const actionOf = ({ text, responsible, due, state }: ToldDecision['actions'][number]): string =>
  `- ${[oneLine(text), responsible.join(', '), due === '' ? '' : `by ${date(due)}`, state].filter(Boolean).join(' · ')}`

function entry(decision: ToldDecision): string {
  const { number, title, text, recordTitle, recordDate, taken, supersedes, clashes, actions } = decision
  const facts = [
    [recordTitle, date(recordDate)].filter(Boolean).join(', '),
    taken === '' ? '' : `by ${taken}`,
    statusOf(decision),
    supersedes.length === 0 ? '' : `in place of ${supersedes.map(oneLine).join(', ')}`,
    clashes.length === 0 ? '' : `the number is also used in ${clashes.map((other) => other.title).join(', ')}`,
  ].filter(Boolean)
  return [
    `## ${oneLine([number, title].filter(Boolean).join(' ')) || 'Decision'}`,
    facts.join(' · '),
    text.trim(),
    actions.length === 0 ? '' : `Actions:\n\n${actions.map(actionOf).join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const CHOSEN: Readonly<Record<DecisionFilter['status'], string>> = {
  all: 'All decisions',
  'in force': 'Decisions in force',
  implemented: 'Implemented decisions',
  superseded: 'Superseded decisions',
  clash: 'Decisions whose number is used twice',
}

/** What a document is made of and when, which it says itself. */
export interface Making {
  /** A full date. */
  readonly today: string
  readonly status: DecisionFilter['status']
  /** What the register was filtered by. */
  readonly text: string
  /** The highest of the texts that the decisions are of. */
  readonly classification: Classification
  /** Decisions that are classified too high for this document. */
  readonly withheld: number
}

function levelOf({ classification, withheld }: Making): string {
  const level = `Classification: ${classification}.`
  if (withheld === 0) return level
  return `${level} ${withheld === 1 ? '1 decision is' : `${withheld} decisions are`} classified higher and left out.`
}

function chosenOf({ today, status, text }: Making): string {
  const words = oneLine(text)
  return `Made on ${date(today)}. ${CHOSEN[status]}${words === '' ? '' : ` that fit “${words}”`}.`
}

/** Markdown: its classification and what it was made of, then a heading a decision, how it was taken, what became of it, its text. */
export const registerDocument = (title: string, decisions: readonly ToldDecision[], making: Making): string =>
  [`# ${oneLine(title)}`, levelOf(making), chosenOf(making), ...decisions.map(entry)].join('\n\n').concat('\n')
