import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import { ClashNote } from '../../parts/decisions/clash-note.tsx'
import { DecisionDialog, type AskedDecision } from '../../parts/decisions/decision-dialog.tsx'
import { DecisionMenu } from '../../parts/decisions/decision-menu.tsx'
import { NamedDecisions } from '../../parts/decisions/named-decisions.tsx'
import { hasLog, type ShownDecision } from '../../parts/decisions/shown-decision.ts'
import css from './inspector.module.css'

/** What became of a decision, what it took the place of, and who else has its number. */
export function DecisionStanding({ decision }: { readonly decision: ShownDecision }) {
  // with the words of its dialogs
  const { t } = useTranslation(['decisions', 'fields'])
  const [asked, setAsked] = useState<AskedDecision | null>(null)
  const { supersededBy, supersedes, statusOn, recordKind } = decision
  return (
    <>
      <DecisionMenu decision={decision} onAsk={(question) => setAsked({ decision, question })} />
      {!hasLog(decision) && <small className={css['detail']}>{t(`noLog.${recordKind}`)}</small>}
      {supersededBy !== '' && (
        <small className={css['detail']}>
          {t('supersededBy')} <NamedDecisions names={[supersededBy]} />
        </small>
      )}
      {statusOn !== '' && <small className={css['detail']}>{formatDate(statusOn)}</small>}
      {supersedes.length > 0 && (
        <small className={css['detail']}>
          {t('inPlaceOf')} <NamedDecisions names={supersedes} />
        </small>
      )}
      <ClashNote decision={decision} onRenumber={() => setAsked({ decision, question: 'number' })} />
      <DecisionDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}
