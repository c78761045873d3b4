import { Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CalendarDraft } from '../../../../shared/contract/calendar.ts'
import { openRecord } from '../../../store/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './calendar.module.css'

/** What the person has to know before the meeting is made. */
export function DraftNotes({ draft, onLeave }: { readonly draft: CalendarDraft; readonly onLeave: () => void }) {
  const { t } = useTranslation('calendar')
  const { notes, repeats, same, timeZone } = draft
  if (notes.length === 0 && !repeats && !same) return null
  return (
    <ul className={styles.notes} aria-label={t('notes')}>
      {same && (
        <li>
          <TriangleAlert aria-hidden="true" />
          <span>{t('note.same', { title: same.title })}</span>
          <Button
            variant="quiet"
            onClick={() => {
              onLeave()
              openRecord('meeting', same.id)
            }}
          >
            {t('openSame')}
          </Button>
        </li>
      )}
      {repeats && (
        <li>
          <Info aria-hidden="true" />
          <span>{t('note.repeats')}</span>
        </li>
      )}
      {notes.map(({ code, about }) => (
        <li key={code}>
          {code === 'fromUtc' ? <Info aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          <span>{t(`note.${code}`, { about, zone: timeZone, count: Number(about) || 0 })}</span>
        </li>
      ))}
    </ul>
  )
}
