/** The cells of a participant as they are read. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { useCountryWords } from '../../../../parts/countries/country-options.ts'
import { classNames } from '../../../../ui/class-names.ts'
import { Flag } from '../../../../ui/flag.tsx'
import { LinkMark } from '../../controls/link-mark.tsx'
import styles from './grid.module.css'
import type { Column } from './columns.ts'

export interface ParticipantCellProps {
  readonly column: Column
  readonly participant: Participant
  /** Whom this person replaces. */
  readonly replaces: readonly string[]
  /** What is wrong with the row. */
  readonly problem: string | undefined
}

const aPerson = { kind: 'contact', contactType: 'person' } as const

export const ParticipantCell = memo(function ParticipantCell({ column, participant, replaces, problem }: ParticipantCellProps) {
  const { t } = useTranslation(['participants', 'fields'])
  const { nameOf, alpha2Of } = useCountryWords()
  const { person, title, represents, presence, replacedBy } = participant
  switch (column) {
    case 'person':
      return (
        <>
          <span className={styles.line}>
            <span className={classNames(styles.text, styles.name)} title={person}>
              {person}
            </span>
            <LinkMark name={person} creates={aPerson} skipped />
          </span>
          {problem && <small className={styles.problem}>{problem}</small>}
        </>
      )
    case 'titleOnTheDay':
      return (
        <span className={styles.text} title={title}>
          {title}
        </span>
      )
    case 'country':
      return represents.country ? (
        <span className={styles.flagged}>
          <Flag alpha2={alpha2Of(represents.country)} />
          <span className={styles.text} title={nameOf(represents.country)}>
            {nameOf(represents.country)}
          </span>
        </span>
      ) : null
    case 'organisation':
      return (
        <span className={styles.text} title={represents.organisation}>
          {represents.organisation}
        </span>
      )
    case 'function':
      return participant.function ? t(`fields:participantFunction.${participant.function}`) : null
    case 'status':
      return (
        <>
          {participant.status && t(`fields:participantStatus.${participant.status}`)}
          {replaces.length > 0 && <small className={styles.second}>{t('inPlaceOf', { name: replaces.join(', ') })}</small>}
        </>
      )
    case 'presence':
      return (
        <>
          {presence && <span className={styles[presence]}>{t(`fields:presence.${presence}`)}</span>}
          {presence === 'replaced' && replacedBy && <small className={styles.second}>{t('by', { name: replacedBy })}</small>}
        </>
      )
  }
})
