import { useTranslation } from 'react-i18next'
import styles from './new-record.module.css'
import { TitleClash } from './title-clash.tsx'
import type { useCreateRecord } from './use-create-record.ts'

interface NotCreatedProps extends Pick<ReturnType<typeof useCreateRecord>, 'clash' | 'failure'> {
  /** Another record is opened instead. */
  readonly onLeave: () => void
  readonly onUse: (title: string) => void
}

/** Why a record was not made, and what can be done about it; nothing when there is no reason. */
export function NotCreated({ clash, failure, onLeave, onUse }: NotCreatedProps) {
  const { t } = useTranslation('new-record')
  return (
    <>
      {clash && <TitleClash clash={clash} onLeave={onLeave} onUse={onUse} />}
      {failure && (
        <p className={styles.failure} role="alert">
          {t('failed', { message: failure })}
        </p>
      )}
    </>
  )
}
