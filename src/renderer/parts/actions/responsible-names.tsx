import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import styles from './actions.module.css'

/** Who is responsible; of whom nothing is known any more, that is said. */
export function ResponsibleNames({ action: { responsible, unknown } }: { readonly action: Pick<ActionRow, 'responsible' | 'unknown'> }) {
  const { t } = useTranslation(['actions', 'fields'])
  return responsible.map((name, at) => (
    <Fragment key={name}>
      {at > 0 && ', '}
      {unknown.includes(name) ? (
        <span className={styles.unknown} title={t('fields:action.unknown', { name })}>
          {name} <small>({t('unknown')})</small>
        </span>
      ) : (
        name
      )}
    </Fragment>
  ))
}
