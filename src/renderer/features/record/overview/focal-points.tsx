import { User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { partialDateSpan } from '../../../../shared/model/partial-date.ts'
import type { FocalPoint } from '../../../../shared/model/country.ts'
import { useQuery } from '../../../api/use-query.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { formatDate, localDay } from '../../../i18n/dates.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { Entry } from '../../../ui/entry.tsx'
import styles from './overview.module.css'

interface FocalPointsProps {
  readonly focalPoints: readonly FocalPoint[]
  /** Post and organisation of a person; empty when not known. */
  readonly postOf: (name: string) => string
}

/** Who speaks for the country, on what, and by which letter. */
export function FocalPoints({ focalPoints, postOf }: FocalPointsProps) {
  const { t } = useTranslation('country')
  const names = [...new Set(focalPoints.flatMap(({ person, alternate }) => [person, alternate]).filter(Boolean))]
  const { data } = useQuery('links.resolve', names.length > 0 ? { names } : null, { dependsOn: 'records', kinds: ['contact'] })
  const targets = new Map(names.map((name, index) => [name, data?.[index] ?? null]))
  const link = (name: string) => {
    const target = targets.get(name)
    return target ? <PlaceLink address={recordAddress(target.kind, target.id)}>{name}</PlaceLink> : name
  }
  if (focalPoints.length === 0) return <p className={styles.none}>{t('noFocalPoints')}</p>
  return focalPoints.map((point) => {
    const over = point.until !== '' && partialDateSpan(point.until).last < localDay()
    const designated = point.designatedBy
      ? point.designatedOn
        ? t('designatedByOn', { letter: point.designatedBy, date: formatDate(point.designatedOn) })
        : t('designatedBy', { letter: point.designatedBy })
      : point.designatedOn
        ? t('designatedOn', { date: formatDate(point.designatedOn) })
        : ''
    return (
      <Entry
        key={`${point.person}\u0000${point.topic}\u0000${point.designatedOn}`}
        icon={<User />}
        done={over}
        detail={[
          point.topic,
          designated,
          point.alternate ? (
            <span key="alternate">
              {t('alternate')} {link(point.alternate)}
            </span>
          ) : (
            t('noAlternate')
          ),
          point.until && t('until', { date: formatDate(point.until) }),
        ]}
      >
        <b className={styles.person}>{point.person ? link(point.person) : t('unnamed')}</b> {postOf(point.person)}
      </Entry>
    )
  })
}
