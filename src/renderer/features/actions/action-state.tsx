import { Circle, CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../shared/contract/lists.ts'
import styles from './actions.module.css'

const icons = { open: Circle, done: CircleCheck, cancelled: CircleX } as const

/** Where an action stands: a drawing, and the word for who does not see it. */
export function ActionState({ state }: { readonly state: ActionRow['state'] }) {
  const { t } = useTranslation('actions')
  const Icon = icons[state]
  return (
    <span className={styles[state]} title={t(`state.${state}`)}>
      <Icon aria-hidden="true" />
      <span className="visually-hidden">{t(`state.${state}`)}</span>
    </span>
  )
}
