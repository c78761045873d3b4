import { useTranslation } from 'react-i18next'
import type { RecordHead } from '../../../../shared/model/head.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { formatDate } from '../../../i18n/dates.ts'
import { recordAddress } from '../../../store/navigation.ts'
import styles from './overview.module.css'

/** A note with the beginning of its text. */
export function NoteCard({ head, excerpt }: { readonly head: RecordHead; readonly excerpt: string }) {
  const { t } = useTranslation('country')
  const type = head.kind === 'note' ? t(`lists:stage.${head.noteType}`) : ''
  const date = head.kind === 'note' ? formatDate(head.date) : ''
  return (
    <article className={styles.card}>
      <h3 className={styles.cardTitle}>
        <PlaceLink address={recordAddress(head.kind, head.id)}>{head.title}</PlaceLink>
      </h3>
      {excerpt && <p className={styles.excerpt}>{excerpt}</p>}
      <small>{[type, date, head.updatedBy].filter(Boolean).join(' · ')}</small>
    </article>
  )
}
