import { Lock, LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './level-line.module.css'

/** What the folder has to be handled as. */
export function LevelLine({ level }: { readonly level: Classification }) {
  const { t } = useTranslation(['export', 'common'])
  const open = isWithin(level, 'internal')
  return (
    <p className={classNames(styles.level, !open && styles.secret)}>
      {open ? <Lock /> : <LockKeyhole />}
      {t('level', { level: t(`common:classification.${level}`) })}
    </p>
  )
}
