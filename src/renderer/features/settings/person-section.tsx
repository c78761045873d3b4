import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { setAppState, useAppState } from '../../store/session.ts'
import { SavedField } from './saved-field.tsx'
import styles from './settings.module.css'
import { useSavedText } from './use-saved-text.ts'

/** The name and device that stand beside every version. */
export function PersonSection() {
  const { t } = useTranslation('settings')
  const { person, deviceName } = useAppState()
  const now = { name: person?.name ?? '', device: person?.device ?? deviceName }
  const identify = async (change: Partial<typeof now>) => setAppState(await client.call('app.identify', { ...now, ...change }))
  const name = useSavedText(now.name, (value) => identify({ name: value }), t('person.nameMissing'))
  const device = useSavedText(now.device, (value) => identify({ device: value }))
  return (
    <section className={styles.section} aria-labelledby="settings-person">
      <h2 id="settings-person" className={styles.heading}>
        {t('person.title')}
      </h2>
      <SavedField label={t('person.name')} hint={t('person.nameHint')} text={name} />
      <SavedField label={t('person.device')} text={device} />
    </section>
  )
}
