import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DraftCorrigendum } from '../../../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { useQuery } from '../../../api/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import page from '../page/page.module.css'
import { carriedOver, type CarriedOver } from './corrigendum-draft.ts'
import styles from './minutes.module.css'

export interface OutdatedDraftProps {
  readonly id: string
  readonly adopted: MeetingRecord
  readonly draft: DraftCorrigendum
  /** Shows what it would change now; null where that is shown already. */
  readonly onCompare: (() => void) | null
  readonly onGoOn: (carried: CarriedOver) => void
  readonly onDiscard: () => void
}

/** Over a corrigendum that was begun on another text than the one that stands: issued as it is, it would take that back. */
export function OutdatedDraft({ id, adopted, draft, onCompare, onGoOn, onDiscard }: OutdatedDraftProps) {
  const { t } = useTranslation('minutes')
  const { data: versions, error } = useQuery('meetings.adoptedVersions', { id }, { dependsOn: 'records', kinds: ['meeting'] })
  const begun = versions?.findIndex(({ sha256 }) => sha256 === draft.of) ?? -1
  const rev = versions?.[begun]?.rev ?? null
  const { data: base, error: unreadable } = useQuery('history.version', rev === null ? null : { id, rev })
  const isLost = error !== undefined || unreadable !== undefined || (versions !== undefined && rev === null)
  const since = begun < 0 ? 0 : adopted.corrigenda.length - begun
  return (
    <div className={page.notice} data-tone="warn" role="alert">
      <TriangleAlert />
      <span className={page.grow}>
        {since > 0 ? t('outdated.corrected', { count: since, number: adopted.corrigenda.length }) : t('outdated.other')}{' '}
        {t(isLost ? 'outdated.lost' : 'outdated.what')}
      </span>
      <span className={styles.choices}>
        {onCompare && <Button onClick={onCompare}>{t('outdated.compare')}</Button>}
        {base?.kind === 'meeting' && (
          <Button variant="primary" onClick={() => onGoOn(carriedOver(base, draft, adopted))}>
            {t('outdated.goOn')}
          </Button>
        )}
        {isLost && <Button onClick={() => onGoOn(carriedOver(adopted, draft, adopted))}>{t('outdated.keep')}</Button>}
        <Button onClick={onDiscard}>{t('outdated.discard')}</Button>
      </span>
    </div>
  )
}
