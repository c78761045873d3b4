import { HardDriveUpload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '../../../../shared/contract/backups.ts'
import { client } from '../../../api/client.ts'
import { formatInstant } from '../../../i18n/dates.ts'
import { chooseFolder } from '../../../parts/dialogs/choose-folder.ts'
import { setBackupStatus } from '../../../store/backups.ts'
import { Button } from '../../../ui/button.tsx'
import settings from '../settings.module.css'
import styles from './backups.module.css'

export interface SecondPlaceProps {
  readonly place: BackupStatus['secondPlace']
  readonly disabled: boolean
  /** Runs something that may fail, and says why it did. */
  readonly attempt: (work: () => Promise<void>) => void
}

/** The folder on another disk that gets every backup too. */
export function SecondPlace({ place, disabled, attempt }: SecondPlaceProps) {
  const { t } = useTranslation('backups')
  const choose = async () => {
    const folder = await chooseFolder('backup')
    if (folder) setBackupStatus(await client.call('backups.choosePlace', { folder: folder.handle }))
  }
  const forget = async () => setBackupStatus(await client.call('backups.forgetPlace', {}))
  return (
    <div className={styles.place}>
      <h3 className={settings.label}>{t('second.title')}</h3>
      {place ? (
        <>
          <p className={settings.location}>{place.location}</p>
          <p className={settings.quiet}>
            {place.lastAt === '' ? t('second.never') : t('second.lastAt', { when: formatInstant(place.lastAt) })}
          </p>
          {!place.reachable && <p className={settings.warning}>{t('second.away')}</p>}
        </>
      ) : (
        <p className={settings.quiet}>{t('second.none')}</p>
      )}
      <div className={settings.buttons}>
        <Button icon={<HardDriveUpload />} disabled={disabled} onClick={() => attempt(choose)}>
          {t(place ? 'second.other' : 'second.choose')}
        </Button>
        {place && (
          <Button disabled={disabled} onClick={() => attempt(forget)}>
            {t('second.forget')}
          </Button>
        )}
      </div>
    </div>
  )
}
