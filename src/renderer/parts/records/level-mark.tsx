import { LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import styles from './level-mark.module.css'

/** Says in a row that what it shows is of a text above internal, so that one knows before a screen is shared. */
export function LevelMark({ level }: { readonly level: Classification }) {
  const { t } = useTranslation('common')
  if (isWithin(level, 'internal')) return null
  return (
    <small className={styles.level}>
      <LockKeyhole aria-hidden="true" />
      {t(`classification.${level}`)}
    </small>
  )
}
