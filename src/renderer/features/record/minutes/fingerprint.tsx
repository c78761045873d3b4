import { Copy, Fingerprint as Drawing, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../../store/toasts.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { copyText } from '../../../parts/clipboard/copy-text.ts'
import styles from './minutes.module.css'

/** Characters that are shown of it; the rest on demand. */
const SHORT = 8
const drawings = { same: <ShieldCheck />, other: <ShieldAlert />, unknown: <ShieldQuestion /> } as const

export interface FingerprintProps {
  readonly sha256: string
  /** Whether the text still has it; undefined while that is not known. */
  readonly standing: keyof typeof drawings | undefined
}

/** The SHA-256 of an adopted text: short, whole on demand, and whether the text still has it. */
export function Fingerprint({ sha256, standing }: FingerprintProps) {
  const { t } = useTranslation('minutes')
  const copy = async () => {
    const done = await copyText(sha256)
    showToast(done ? { message: t('fingerprint.copied') } : { message: t('fingerprint.notCopied'), tone: 'bad' })
  }
  const stands = standing && t(`fingerprint.${standing}`)
  return (
    <Popover
      label={t('fingerprint.label')}
      trigger={
        <Button variant="quiet" icon={standing ? drawings[standing] : <Drawing />} className={styles.fingerprint} data-standing={standing}>
          {sha256 === '' ? t('fingerprint.none') : <code>{sha256.slice(0, SHORT)}…</code>}
          <span className="visually-hidden">{stands}</span>
        </Button>
      }
    >
      <div className={styles.fingerprintWhole}>
        <p>{stands}</p>
        {sha256 !== '' && (
          <>
            <code>{sha256}</code>
            <small>{t('fingerprint.what')}</small>
            <Button icon={<Copy />} onClick={() => void copy()}>
              {t('fingerprint.copy')}
            </Button>
          </>
        )}
      </div>
    </Popover>
  )
}
