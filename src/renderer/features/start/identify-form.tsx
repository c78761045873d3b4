import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { setAppState, useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './start.module.css'

/** Every version of a record says who made it and on which device. */
export function IdentifyForm() {
  const { t } = useTranslation('start')
  const { deviceName } = useAppState()
  const [name, setName] = useState('')
  const [device, setDevice] = useState(deviceName)
  const [error, setError] = useState<string>()
  const submit = async () => {
    if (name.trim() === '') return setError(t('nameMissing'))
    try {
      setAppState(await client.call('app.identify', { name: name.trim(), device: device.trim() }))
    } catch (cause) {
      setError(formatError(cause))
    }
  }
  return (
    <form
      className={styles.card}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2 className={styles.step}>{t('whoTitle')}</h2>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={error}
        value={name}
        onChange={(value) => {
          setName(value)
          setError(undefined)
        }}
        maxLength={200}
        autoComplete="name"
        autoFocus
        required
      />
      <TextField label={t('device')} hint={t('deviceHint')} value={device} onChange={setDevice} maxLength={200} autoComplete="off" />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit">
          {t('continue')}
        </Button>
      </div>
    </form>
  )
}
