import { Gavel } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../shared/markdown/decisions.ts'
import { revealLine } from '../../parts/bodies/open-bodies.ts'
import css from './inspector.module.css'
import { MiniRow } from './mini-row.tsx'
import { plainWords } from './plain-words.ts'
import { Section } from './section.tsx'

/** The decisions of one text; a click goes to it. */
export function DecisionsSection({
  id,
  decisions,
  always,
}: {
  readonly id: string
  readonly decisions: readonly Decision[]
  readonly always: boolean
}) {
  const { t } = useTranslation('inspector')
  return (
    <Section title={t('decisions')} count={decisions.length} empty={always ? t('noDecisions') : undefined}>
      {decisions.map(({ line, number, title, text }) => (
        <MiniRow
          key={line}
          mark={<Gavel aria-hidden="true" />}
          title={
            <>
              {number && <b className={css['number']}>{number}</b>}{' '}
              {plainWords(title) || (text ? plainWords(text) : !number && t('untitledDecision'))}
            </>
          }
          onClick={() => revealLine(id, line)}
        />
      ))}
    </Section>
  )
}
