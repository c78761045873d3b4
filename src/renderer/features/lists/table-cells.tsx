/** What stands in the cells of tables. */
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeadOf } from '../../../shared/model/head.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../i18n/dates.ts'
import { classNames } from '../../ui/class-names.ts'
import { Flag } from '../../ui/flag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { MixedLetters } from './mixed-letters.tsx'
import type { RowWords } from './row-facts.ts'
import styles from './table-cells.module.css'

/** A dash for the eye, a word for the ear. */
export function Nothing({ spoken }: { readonly spoken: string }) {
  return (
    <span className={styles.nothing}>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{spoken}</span>
    </span>
  )
}

export function ContactName({ head }: { readonly head: HeadOf<'contact'> }) {
  const below = [head.honorific, head.nativeName].filter(Boolean).join(' · ')
  return (
    <>
      <span className={styles.name}>{head.listName}</span>
      {below && <small className={styles.below}>{below}</small>}
      <MixedLetters text={`${head.title} ${head.nativeName}`} />
    </>
  )
}

export function Post({ head }: { readonly head: HeadOf<'contact'> }) {
  const { t } = useTranslation('lists')
  return (
    <>
      {head.post} {head.posts > 1 && <Tag>{t('row.posts', { count: head.posts })}</Tag>}
    </>
  )
}

interface CountryProps {
  readonly code: string
  readonly words: RowWords
  /** In the middle of a sentence. */
  readonly inline?: boolean | undefined
  readonly children?: ReactNode
}

export function Country({ code, words, inline, children }: CountryProps) {
  if (!code) return children
  return (
    <span className={classNames(styles.country, inline && styles.inline)}>
      <Flag alpha2={words.alpha2(code)} />
      <span>{children ?? words.countryName(code)}</span>
    </span>
  )
}

/** Whom a person represents, and where they are stationed when that is somewhere else. */
export function Represents({ head, words }: { readonly head: HeadOf<'contact'>; readonly words: RowWords }) {
  const { t } = useTranslation('lists')
  const { country, organisation } = head.represents
  const { place, country: station } = head.dutyStation
  const elsewhere = station !== '' ? station !== country : place !== '' && country === ''
  return (
    <>
      {(country || organisation) && (
        <Country code={country} words={words}>
          {organisation || undefined}
        </Country>
      )}
      {elsewhere && (
        <small className={styles.station}>
          {t('stationedIn')}{' '}
          <Country code={station} words={words} inline>
            {place || undefined}
          </Country>
        </small>
      )}
    </>
  )
}

/** The last day on which the entry may still have been confirmed lies more than a year back. */
export function isOutdated(confirmedOn: string, now: Date = new Date()): boolean {
  const { last } = partialDateSpan(confirmedOn)
  const yearAgo = new Date(now)
  yearAgo.setFullYear(yearAgo.getFullYear() - 1)
  return last !== '' && last < localDay(yearAgo)
}

export function Confirmed({ date, words }: { readonly date: string; readonly words: RowWords }) {
  const { t } = useTranslation('lists')
  if (!date) return <Nothing spoken={t('notConfirmed')} />
  if (!isOutdated(date)) return <span className={styles.figure}>{words.date(date)}</span>
  return (
    <span className={styles.outdated} title={t('outdated')}>
      <TriangleAlert aria-hidden="true" />
      <span className={styles.figure}>{words.date(date)}</span>
      <span className="visually-hidden">, {t('outdated')}</span>
    </span>
  )
}

export function DateCell({ date, words }: { readonly date: string; readonly words: RowWords }) {
  const { t } = useTranslation('lists')
  return date ? <span className={styles.figure}>{words.date(date)}</span> : <Nothing spoken={t('notKnown')} />
}

export function Participation({ head }: { readonly head: HeadOf<'country'> }) {
  const { t } = useTranslation('lists')
  const { participation } = head
  if (participation === '') return <Nothing spoken={t('notKnown')} />
  return <Tag tone={participation === 'participating' ? 'good' : 'neutral'}>{t(`stage.${participation}`)}</Tag>
}

export function Figure({ value }: { readonly value: number }) {
  return <span className={styles.figure}>{value > 0 ? value : ''}</span>
}
