import { TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadOnly } from '../../store/session.ts'
import { openOther } from './decision-commands.ts'
import styles from './decisions.module.css'
import type { ShownDecision } from './shown-decision.ts'

interface ClashNoteProps {
  readonly decision: ShownDecision
  readonly onRenumber: () => void
}

/** Another decision has this number too: which one, and the ways to settle it. Nothing is renumbered by itself. */
export function ClashNote({ decision, onRenumber }: ClashNoteProps) {
  const { t } = useTranslation('decisions')
  const readOnly = useReadOnly() !== null
  const { clashes, adopted, recordId } = decision
  if (clashes.length === 0) return null
  return (
    <span className={styles.clash}>
      <TriangleAlert aria-hidden="true" />
      <span>
        {t('clash.also')}{' '}
        {clashes.map((other, at) => (
          <Fragment key={other.id}>
            {at > 0 && ', '}
            <button type="button" className={styles.link} onClick={() => void openOther(decision, other)}>
              {other.id === recordId ? t('clash.here') : other.title}
            </button>
          </Fragment>
        ))}
        {' · '}
        {adopted ? (
          t('clash.adopted')
        ) : readOnly ? (
          t('clash.readOnly')
        ) : (
          <button type="button" className={styles.link} onClick={onRenumber}>
            {t('clash.renumber')}
          </button>
        )}
      </span>
    </span>
  )
}
