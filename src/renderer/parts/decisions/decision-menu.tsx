import { ChevronDown, Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { shownStatus } from '../../../shared/model/shown-status.ts'
import { localDay } from '../../i18n/dates.ts'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { decisionProblem, openDecision, openNamed, openOther, recordStatus } from './decision-commands.ts'
import { DecisionStatusTag } from './decision-status.tsx'
import styles from './decisions.module.css'
import { decisionWords, hasLog, type ShownDecision } from './shown-decision.ts'

/** What a dialog asks before it is done. */
export type DecisionQuestion = 'implemented' | 'superseded' | 'number'

interface DecisionMenuProps {
  readonly decision: ShownDecision
  readonly onAsk: (question: DecisionQuestion) => void
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** The focus belongs to the list around it, which has the keys; the button only answers to the pointer. */
  readonly inList?: boolean | undefined
}

const MOST_NAMED = 8

async function backInForce(decision: ShownDecision) {
  try {
    await recordStatus(decision, { status: 'in force', supersededBy: '', on: localDay() })
  } catch (error) {
    showToast({ message: decisionProblem(error, decision), tone: 'bad' })
  }
}

function itemsOf(t: TFunction<'decisions'>, decision: ShownDecision, readOnly: boolean, onAsk: DecisionMenuProps['onAsk']): MenuItem[] {
  const { status, supersededBy, supersedes, clashes, adopted, recordId, recordKind } = decision
  const open = (label: string, go: () => void): MenuItem => ({ label, onSelect: go, movesFocus: true })
  const statuses: MenuItem[] = [
    { heading: t('menu.status') },
    { label: t('status.in force'), checked: status === 'in force', onSelect: () => void (status !== 'in force' && backInForce(decision)) },
    { label: t('menu.implemented'), checked: status === 'implemented', opensDialog: true, onSelect: () => onAsk('implemented') },
    { label: t('menu.superseded'), checked: status === 'superseded', opensDialog: true, onSelect: () => onAsk('superseded') },
  ]
  const others = [supersededBy, ...supersedes].filter(Boolean).slice(0, MOST_NAMED)
  const clash: MenuItem[] = [
    { heading: t('menu.clash') },
    ...clashes
      .slice(0, MOST_NAMED)
      .map((other) =>
        open(t('menu.openOther', { name: other.id === recordId ? t('clash.here') : other.title }), () => void openOther(decision, other)),
      ),
    ...(adopted
      ? [open(t('menu.correct'), () => openDecision(decision))]
      : readOnly
        ? []
        : [{ label: t('menu.renumber'), opensDialog: true, onSelect: () => onAsk('number') }]),
  ]
  const parts: readonly MenuItem[][] = [
    [
      open(t('menu.open'), () => openDecision(decision)),
      ...others.map((name) => open(t('menu.openOther', { name }), () => void openNamed(name))),
    ],
    hasLog(decision) ? (readOnly ? [] : statuses) : [{ heading: t(`noLog.${recordKind}`) }],
    clashes.length > 0 ? clash : [],
  ]
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ['separator' as const, ...part]))
}

/** What became of a decision, with what can be done about it. A text without a log has no status to set, and the button is apart. */
export function DecisionMenu({ decision, onAsk, open, onOpenChange, inList = false }: DecisionMenuProps) {
  const { t } = useTranslation('decisions')
  const readOnly = useReadOnly() !== null
  const canBeSet = hasLog(decision)
  const words = decisionWords(decision) || t('untitled')
  const status = shownStatus(decision)
  const tag = <DecisionStatusTag status={status} />
  return (
    <>
      {!canBeSet && tag}
      <Menu
        align="start"
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <button
            type="button"
            className={styles.status}
            aria-label={canBeSet ? t('statusOf', { status: t(`status.${status}`), decision: words }) : t('more', { decision: words })}
            tabIndex={inList ? -1 : 0}
            onFocus={({ currentTarget }) => {
              if (inList) currentTarget.closest<HTMLElement>('[data-rows]')?.focus({ preventScroll: true })
            }}
          >
            {canBeSet && tag}
            {canBeSet ? <ChevronDown aria-hidden="true" /> : <Ellipsis aria-hidden="true" />}
          </button>
        }
        items={itemsOf(t, decision, readOnly, onAsk)}
      />
    </>
  )
}
