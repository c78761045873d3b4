import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AdoptedVersion } from '../../../../shared/contract/meetings.ts'
import { formatError } from '../../../api/format-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { versionAddress } from '../../../store/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { CorrigendumChanges } from './corrigendum-changes.tsx'
import { Fingerprint } from './fingerprint.tsx'
import styles from './minutes.module.css'

const standingOf = ({ sha256, isIntact }: AdoptedVersion) =>
  sha256 === '' || isIntact === null ? ('unknown' as const) : isIntact ? ('same' as const) : ('other' as const)

interface CorrigendumEntryProps {
  readonly id: string
  readonly version: AdoptedVersion
  /** The version that it corrected; null when it is not kept here. */
  readonly before: number | null
}

/** One corrigendum, and on demand the words that it changed. */
export function CorrigendumEntry({ id, version, before }: CorrigendumEntryProps) {
  const { t } = useTranslation('minutes')
  const [shown, setShown] = useState(false)
  const { number, on, reason, sha256, rev } = version
  const comparable = rev !== null && before !== null
  const { data, error } = useQuery('history.compare', shown && comparable ? { id, rev, beside: before, whole: false } : null)
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <strong>{t('corrigendum.number', { number })}</strong>
        <time dateTime={on}>{formatDate(on)}</time>
        <span className={styles.space} />
        <Fingerprint sha256={sha256} standing={standingOf(version)} />
      </div>
      <p className={styles.reason}>{reason}</p>
      {comparable ? (
        <Button variant="quiet" icon={shown ? <ChevronDown /> : <ChevronRight />} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('corrigendum.whatChanged')}
        </Button>
      ) : (
        <small>{t('corrigendum.notKept')}</small>
      )}
      {shown && error && <p role="alert">{formatError(error)}</p>}
      {shown && data && (
        <>
          <CorrigendumChanges changes={data} />
          <PlaceLink address={versionAddress('meeting', id, before ?? 1)}>{t('corrigendum.asBefore')}</PlaceLink>
        </>
      )}
    </li>
  )
}
