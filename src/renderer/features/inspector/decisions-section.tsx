import { Gavel } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import type { Decision } from '../../../shared/markdown/decisions.ts'
import { followUpKey, type DecisionFate } from '../../../shared/markdown/follow-up.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { FollowUpEntry } from '../../../shared/model/follow-up.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { useQuery } from '../../api/use-query.ts'
import { revealLine } from '../../parts/bodies/open-bodies.ts'
import type { ShownDecision } from '../../parts/decisions/shown-decision.ts'
import css from './inspector.module.css'
import { MiniRow } from './mini-row.tsx'
import { OrphanRows } from './orphan-rows.tsx'
import { plainWords } from './plain-words.ts'
import { Section } from './section.tsx'

// words and dialogs of the register come when there is a decision
const DecisionStanding = lazy(async () => ({ default: (await import('./decision-standing.tsx')).DecisionStanding }))

interface DecisionsSectionProps {
  readonly record: AnyRecord
  /** As the text says them at this moment. */
  readonly decisions: readonly (Decision & DecisionFate)[]
  /** Recorded for decisions that the text has no more. */
  readonly orphans: readonly FollowUpEntry[]
  readonly always: boolean
}

/** The decision as it is typed, with what the register says of it: nothing yet while it is not saved. */
function shownDecision(record: AnyRecord, decision: Decision & DecisionFate, rows: readonly DecisionRow[]): ShownDecision {
  const same = rows.filter(({ number, title }) => number === decision.number && title === decision.title)
  const registered = same.toSorted((a, b) => Math.abs(a.line - decision.line) - Math.abs(b.line - decision.line))[0]
  return {
    ...decision,
    recordId: record.id,
    recordKind: record.kind,
    recordTitle: record.title,
    recordDate: registered?.recordDate ?? '',
    adopted: isAdoptedText(record),
    supersedes: registered?.supersedes ?? [],
    clashes: registered?.clashes ?? [],
  }
}

/** The decisions of one text with what became of each; a click goes to it. */
export function DecisionsSection({ record, decisions, orphans, always }: DecisionsSectionProps) {
  const { t } = useTranslation('inspector')
  const { data } = useQuery('decisions.list', decisions.length === 0 ? null : { recordId: record.id }, { dependsOn: 'records' })
  return (
    <Section title={t('decisions')} count={decisions.length} empty={always ? t('noDecisions') : undefined}>
      {decisions.map((decision) => (
        <MiniRow
          key={decision.line}
          mark={<Gavel aria-hidden="true" />}
          title={
            <>
              {decision.number && <b className={css['number']}>{decision.number}</b>}{' '}
              {plainWords(decision.title) || (decision.text ? plainWords(decision.text) : !decision.number && t('untitledDecision'))}
            </>
          }
          onClick={() => revealLine(record.id, decision.line)}
          below={
            !record.trashed && (
              <Suspense fallback={null}>
                <DecisionStanding decision={shownDecision(record, decision, data?.rows ?? [])} />
              </Suspense>
            )
          }
        />
      ))}
      {orphans.length > 0 && (
        <OrphanRows
          record={record}
          entries={orphans}
          targets={decisions.map(({ line, number, title }) => ({
            to: { line, key: followUpKey({ number, title }) },
            words: [number, plainWords(title)].filter(Boolean).join(' ') || t('untitledDecision'),
          }))}
        />
      )}
    </Section>
  )
}
