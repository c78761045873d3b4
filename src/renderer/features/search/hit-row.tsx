import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { formatDate, formatDatesIn } from '../../i18n/dates.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import styles from './hit-row.module.css'

/** The date stands at the end of the line already. */
const withoutDate = (detail: string, date: string) =>
  detail
    .split(/(?:, | · )/)
    .filter((part) => part !== date)
    .join(' · ')

/** What was found, what tells it apart, and the words around the find. */
export function HitRow({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('search')
  const { kind, title, titleRanges, detail, date, snippet, snippetRanges, snippetField } = hit
  const facts = formatDatesIn(date ? withoutDate(detail, date) : detail)
  return (
    <div className={styles.row}>
      <span className={styles.icon}>
        <KindIcon kind={kind} />
      </span>
      <span className={styles.title} title={title}>
        <MarkedText text={title} ranges={titleRanges} />
      </span>
      {date && <span className={styles.date}>{formatDate(date)}</span>}
      <span className={styles.facts}>
        <span className="visually-hidden">{t(`common:kind.${kind}`)} </span>
        {facts}
      </span>
      {snippet && !title.includes(snippet) && (
        <span className={styles.snippet}>
          {snippetField !== null && snippetField !== 'body' && snippetField !== 'title' && (
            <span className={styles.field}>{t(`field.${snippetField}`)}: </span>
          )}
          <MarkedText text={snippet} ranges={snippetRanges} />
        </span>
      )}
    </div>
  )
}
