import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../shared/contract/index.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { formatDate } from '../../../i18n/dates.ts'
import { recordAddress } from '../../../store/navigation.ts'
import styles from './overview.module.css'

/** A note with the beginning of its text. */
export function NoteCard({ head, excerpt, unreadable }: Output<'countries.page'>['notes'][number]) {
  const { t } = useTranslation(['country', 'lists'])
  const type = head.kind === 'note' ? t(`lists:stage.${head.noteType}`) : ''
  const date = head.kind === 'note' ? formatDate(head.date) : ''
  return (
    <article className={styles.card}>
      <h3 className={styles.cardTitle}>
        <PlaceLink address={recordAddress(head.kind, head.id)}>{head.title}</PlaceLink>
      </h3>
      {(excerpt || unreadable) && <p className={styles.excerpt}>{unreadable ? t('lists:unreadable') : excerpt}</p>}
      <small>{[type, date, head.updatedBy].filter(Boolean).join(' · ')}</small>
    </article>
  )
}
