import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import styles from './plan-table.module.css'

/** What a file becomes. */
export function KindCell({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation()
  return (
    <span className={styles.kind}>
      <KindIcon kind={kind} />
      {t(`kind.${kind}`)}
    </span>
  )
}
