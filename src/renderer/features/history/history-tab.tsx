import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { formatError } from '../../api/format-error.ts'
import { daysBetween, formatDayOfWeek, formatInstant, localDay } from '../../i18n/dates.ts'
import { listKey, movedIndex } from '../../parts/rows/list-keys.ts'
import { takeTabFocus, useTabFocusWanted } from '../../parts/places/inspector-tab.ts'
import { Button } from '../../ui/button.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import css from './history.module.css'
import { useHistoryRows } from './use-history-rows.ts'
import { useSummaries } from './use-summaries.ts'
import { VersionRow } from './version-row.tsx'
import { versionsByDay } from './versions-by-day.ts'
import { isEmptyVersion } from './empty-version.ts'

const PAGE = 10
const linksIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('li > a') ?? [])]

export interface HistoryTabProps {
  readonly kind: Kind
  readonly id: string
  /** The version that is shown in the record's place. */
  readonly shown: number | null
}

/** The versions of a record by day. Arrow keys move, Enter shows one in the record's place. */
export function HistoryTab({ kind, id, shown }: HistoryTabProps) {
  const { t } = useTranslation('history')
  const { total, rows: listed, slow, error, more } = useHistoryRows(id)
  const summaryOf = useSummaries(id, listed)
  const rows = listed.filter((row) => row.rev === shown || !isEmptyVersion(row, summaryOf(row)))
  const list = useRef<HTMLDivElement>(null)
  const ready = rows.length > 0
  const wanted = useTabFocusWanted(id, 'history')
  useEffect(() => {
    if (ready && wanted && takeTabFocus(id, 'history')) linksIn(list.current)[0]?.focus()
  }, [id, ready, wanted])

  if (error && !ready) {
    return (
      <p role="status" className={css['said']}>
        {formatError(error)}
      </p>
    )
  }
  if (total === null) return slow ? <Skeleton lines={6} /> : null

  const onKeyDown = (event: KeyboardEvent) => {
    const key = listKey(event, 'list')
    if (key?.type !== 'move') return
    const links = linksIn(list.current)
    const from = links.findIndex((link) => link === document.activeElement)
    event.preventDefault()
    links[movedIndex(from < 0 ? null : from, key, links.length, PAGE)]?.focus()
  }
  // Tab comes to the row that is shown, else to the first
  const tabbable = rows.some((row) => row.rev === shown) ? shown : rows[0]?.rev
  const today = localDay()
  const heading = (day: string) => (day === today ? t('today') : daysBetween(day, today) === 1 ? t('yesterday') : formatDayOfWeek(day))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the rows are links; the list only moves the focus among them
    <div ref={list} onKeyDown={onKeyDown}>
      {total === 1 && <p className={css['said']}>{t('onlyOne')}</p>}
      {versionsByDay(rows).map(({ day, rows: ofDay }) => (
        <section key={`${day} ${ofDay[0]?.rev}`} aria-label={heading(day)}>
          <SectionTitle>{heading(day)}</SectionTitle>
          <ul>
            {ofDay.map((row) => (
              <VersionRow
                key={row.rev}
                row={row}
                summary={summaryOf(row)}
                kind={kind}
                id={id}
                shown={shown}
                sameMinute={rows.some((other) => other !== row && formatInstant(other.at) === formatInstant(row.at))}
                tabbable={row.rev === tabbable}
              />
            ))}
          </ul>
        </section>
      ))}
      {listed.length < total && (
        <Button variant="quiet" onClick={more}>
          {t('showEarlier', { count: total - listed.length })}
        </Button>
      )}
    </div>
  )
}
