import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatTime } from '../../i18n/dates.ts'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { versionAddress } from '../../store/navigation.ts'
import css from './history.module.css'

/** More than three hours without a pause. */
const MOST = 200

export interface SavesOfSittingProps {
  readonly kind: Kind
  readonly id: string
  /** The last of them. */
  readonly rev: number
  readonly shown: number | null
}

/** What a sitting was made of, minute by minute, for as long as that is kept. */
export function SavesOfSitting({ kind, id, rev, shown }: SavesOfSittingProps) {
  const { t } = useTranslation('history')
  const { data, error } = useQuery('history.list', { id, sitting: rev, from: 0, count: MOST }, { dependsOn: 'records' })
  if (error) return <p className={css['said']}>{formatError(error)}</p>
  return (
    <>
      <ul className={css['saves']}>
        {data?.rows.map((save) => (
          <li key={save.rev}>
            <PlaceLink address={versionAddress(kind, id, save.rev)} current={save.rev === shown} className={css['row']} tabIndex={-1}>
              <time dateTime={save.at}>{formatTime(save.at)}</time>
            </PlaceLink>
          </li>
        ))}
      </ul>
      <p className={css['said']}>
        {data && data.total > data.rows.length && `${t('savesMost', { count: data.rows.length })} `}
        {t('savesKept')}
      </p>
    </>
  )
}
