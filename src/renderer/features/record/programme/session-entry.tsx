import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeSession } from '../../../../shared/contract/participants.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { formatDate, formatDateRange } from '../../../i18n/dates.ts'
import { single } from '../../../i18n/single.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { timesOf } from './by-day.ts'
import { NamedLink } from './named-link.tsx'
import styles from './programme.module.css'

/** Where and of what kind a session is, as far as it is said. */
function useDetail({ start, end, place, meetingType, unreadable }: ProgrammeSession, from: string): string {
  const { t } = useTranslation(['programme', 'fields', 'lists'])
  // the heading over it says the day, and the whole its month; what lasts longer says until when
  const days =
    start.length === 10
      ? end > start
        ? t('until', { date: formatDate(end) })
        : ''
      : from.startsWith(start)
        ? ''
        : formatDateRange(start, end)
  return [meetingType !== 'session' && t(`fields:meetingType.${meetingType}`), days, place, unreadable && t('lists:unreadable')]
    .filter(Boolean)
    .join(' · ')
}

interface SessionEntryProps {
  readonly session: ProgrammeSession
  /** When the whole begins. */
  readonly from: string
}

/** One session: when, what, where, and who leads and speaks in it. */
export function SessionEntry({ session, from }: SessionEntryProps) {
  const { t } = useTranslation(['programme', 'fields'])
  const detail = useDetail(session, from)
  const functions = [...new Set(session.people.map((person) => person.function))].filter((role) => role !== '')
  return (
    <li className={styles.session}>
      <span className={styles.time}>{timesOf(session)}</span>
      <div className={styles.what}>
        <p className={styles.title}>
          <PlaceLink address={recordAddress('meeting', session.id)}>{session.title}</PlaceLink>
          {detail && <small className={styles.detail}>{detail}</small>}
        </p>
        {functions.map((role) => {
          const people = session.people.filter((person) => person.function === role)
          return (
            <p key={role} className={styles.people}>
              <small>{t(`function.${role}`, { count: people.length, context: single(people.length) })}</small>{' '}
              {people.map(({ name }, at) => (
                <Fragment key={name}>
                  {at > 0 && ', '}
                  <NamedLink name={name} />
                </Fragment>
              ))}
            </p>
          )
        })}
      </div>
    </li>
  )
}
