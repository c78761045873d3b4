import { Check, Dot, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import styles from './actions.module.css'

// nothing that looks like a box to tick: it is ticked in the text
const icons = { open: Dot, done: Check, cancelled: X } as const

/** Where an action stands: a drawing, and the word for who does not see it. */
export function ActionState({ state }: { readonly state: ActionRow['state'] }) {
  const { t } = useTranslation('actions')
  const Icon = icons[state]
  return (
    <span className={styles[state]} title={t(`state.${state}`)}>
      <Icon aria-hidden="true" strokeWidth={state === 'open' ? 6 : 2} />
      <span className="visually-hidden">{t(`state.${state}`)}</span>
    </span>
  )
}
