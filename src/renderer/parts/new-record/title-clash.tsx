import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openRecord } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import styles from './new-record.module.css'
import type { TitleClash as Clash } from './use-create-record.ts'

interface TitleClashProps {
  readonly clash: Clash
  /** Another record is opened instead. */
  readonly onLeave: () => void
  readonly onUse: (title: string) => void
}

/** The name is taken: see whose it is, or take the one that is proposed. */
export function TitleClash({ clash, onLeave, onUse }: TitleClashProps) {
  const { t } = useTranslation('new-record')
  const { other, suggestion } = clash
  return (
    <div className={styles.clash} role="alert">
      <p className={styles.clashText}>
        <TriangleAlert />
        {t('taken')}
      </p>
      <div className={styles.clashActions}>
        {other && (
          <Button
            onClick={() => {
              onLeave()
              openRecord(other.kind, other.id)
            }}
          >
            {t('takenOpen', { title: other.title })}
          </Button>
        )}
        {suggestion && <Button onClick={() => onUse(suggestion)}>{t('takenUse', { title: suggestion })}</Button>}
      </div>
    </div>
  )
}
