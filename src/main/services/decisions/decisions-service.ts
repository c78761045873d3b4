/** The register of decisions: listed over all texts, numbered, and what became of each. */
import type { DecisionFilter, decisionMethods, DecisionRow } from '../../../shared/contract/decisions.ts'
import { AppError } from '../../../shared/errors.ts'
import { highestOf, isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { pacing } from '../pacing.ts'
import { changeRecord } from '../records/change-record.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { rowOfText } from '../texts/row-of-text.ts'
import { textFilter } from '../texts/text-filter.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { withStatus } from './change-decision.ts'
import { decisionsAt } from './decision-rows.ts'
import { nextNumber } from './next-number.ts'
import { registerDocument } from './register-document.ts'
import { renumberDecision } from './renumber-decision.ts'
import { toldDecisions } from './told-decisions.ts'

/** Decisions worked on between two turns of the event loop. */
const WORKED_AT_ONCE = 500
const MOST_IN_DOCUMENT = 5_000
const HIGHEST: Classification = 'strictly confidential'

const inStatus = ({ status, clashes }: DecisionRow, wanted: DecisionFilter['status']) =>
  wanted === 'all' || (wanted === 'clash' ? clashes.length > 0 : status === wanted)

interface Wanted extends DecisionFilter {
  readonly from: number
  readonly count: number
  /** Texts above it are counted as withheld, and nothing of them is named. */
  readonly upTo: Classification
}

async function listed(open: OpenWorkspace, { recordId, status, text, from, count, upTo }: Wanted) {
  const { index, decisions } = open
  const order = { kind: null, trashed: false, key: 'textDate', direction: 'descending', withDecisions: true } as const
  const texts = recordId === null ? await open.lists.order(order) : [rowOfText(open, recordId)]
  const fits = await textFilter(open, text)
  const rows: DecisionRow[] = []
  let total = 0
  let withheld = 0
  const levels = new Set<Classification>()
  const next = pacing(WORKED_AT_ONCE)
  for (const row of texts) {
    const own = index.columns.decisions(row)
    const isShown = total < from + count && total + own > from
    if (!fits && status === 'all' && !isShown && upTo === HIGHEST) {
      total += own
      continue
    }
    await next(own || 1)
    const names = await decisions.current()
    const level = index.headAt(row)?.classification ?? HIGHEST
    for (const decision of decisionsAt(index, names, row, upTo)) {
      if (!inStatus(decision, status) || fits?.decision(row, decision) === false) continue
      if (!isWithin(level, upTo)) {
        withheld += 1
        continue
      }
      levels.add(level)
      if (total >= from && total < from + count) rows.push(decision)
      total += 1
    }
  }
  return { total, rows, withheld, classification: highestOf(levels) }
}

export function decisionsService({ session, author, today }: ServiceContext): Service<typeof decisionMethods> {
  return {
    'decisions.list': ({ from, count, ...wanted }) =>
      session.use(async (open) => {
        const { revision } = open.workspace
        const { total, rows } = await listed(open, { ...wanted, from, count, upTo: HIGHEST })
        return { revision, total, rows }
      }),

    'decisions.nextNumber': ({ recordId, draft, like }) =>
      session.use(async (open) => {
        const record = await open.workspace.read(recordId)
        if (!record) throw notFound(recordId)
        return { number: await nextNumber(open, record, draft, like, today()) }
      }),

    /** A command of its own that can be undone. */
    'decisions.setStatus': (input, { client }) =>
      session.use(async (open) => {
        const set = (transaction: Parameters<typeof changeRecord>[0]) =>
          changeRecord(transaction, input.recordId, (record) => withStatus(record, input, today()))
        const { commit } = await open.change(author(), client, set, { kind: 'command' })
        return { commit }
      }),

    /** A command of its own that can be undone. */
    'decisions.renumber': (input, { client }) =>
      session.use(async (open) => {
        const { value, commit } = await open.change(author(), client, (transaction) => renumberDecision(transaction, input, open), {
          kind: 'command',
        })
        return { commit, unclear: value }
      }),

    'decisions.document': ({ title, ...wanted }) =>
      session.use(async (open) => {
        const { total, rows, withheld, classification } = await listed(open, { ...wanted, from: 0, count: MOST_IN_DOCUMENT })
        if (total > MOST_IN_DOCUMENT)
          throw new AppError(
            'INVALID_INPUT',
            `One document holds at most ${MOST_IN_DOCUMENT} decisions, and these are ${total}. Nothing was written. Filter the list first.`,
            { total },
          )
        const making = { today: today(), status: wanted.status, text: wanted.text, classification, withheld }
        const told = await toldDecisions(open, rows, wanted.upTo)
        return { markdown: registerDocument(title, told, making), count: rows.length, classification, withheld }
      }),
  }
}
