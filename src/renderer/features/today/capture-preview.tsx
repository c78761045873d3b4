import { useTranslation } from 'react-i18next'
import { useCountryWords } from '../../parts/countries/country-options.ts'
import { formatDate } from '../../i18n/dates.ts'
import styles from './today-page.module.css'
import type { CapturedAction, CapturedContact, CapturedKind } from './captured.ts'

interface CapturePreviewProps {
  readonly kind: CapturedKind
  readonly action: CapturedAction
  readonly contact: CapturedContact
  /** The title of the text that an action is put into. */
  readonly into: string
}

/** What Enter will make, in words. */
export function CapturePreview({ kind, action, contact, into }: CapturePreviewProps) {
  const { t } = useTranslation('today')
  const { nameOf } = useCountryWords()
  const parts = {
    action: [
      action.text === '' ? t('capture.noWords') : action.text,
      action.responsible.join(', '),
      action.due && t('capture.by', { date: formatDate(action.due) }),
      t('capture.into', { title: into }),
    ],
    contact: [contact.title, contact.post, contact.organisation, contact.country && nameOf(contact.country), contact.email],
    note: [t('capture.ofToday')],
  }[kind]
  return (
    <span className={styles.parts}>
      <strong>{t(`capture.kinds.${kind}`)}</strong>
      {[...parts, t('capture.turn')].filter(Boolean).map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one line have no identity but their place
        <span key={at}> · {part}</span>
      ))}
    </span>
  )
}
