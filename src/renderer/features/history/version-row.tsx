import { ChevronDown, ChevronRight, Pin } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryRow } from '../../../shared/contract/history.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { formatInstant, formatTime, formatTimeExactly, localDay } from '../../i18n/dates.ts'
import { single } from '../../i18n/single.ts'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { versionAddress } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useFieldLabel } from '../../parts/changes/field-label.ts'
import css from './history.module.css'
import { SavesOfSitting } from './saves-of-sitting.tsx'
import type { Summary } from './use-summaries.ts'

/** Fields named beside the words; the rest is counted. */
const NAMED = 3

/** "Red.jpg removed", "2 files added". */
function fileWords({ added, removed, renamed }: Summary['files'], t: TFunction<'history'>): string {
  const said = [
    added.length > 0 && t('files.added', { count: added.length, context: single(added.length), name: added[0] }),
    removed.length > 0 && t('files.removed', { count: removed.length, context: single(removed.length), name: removed[0] }),
    renamed.length > 0 &&
      t('files.renamed', { count: renamed.length, context: single(renamed.length), from: renamed[0]?.from, to: renamed[0]?.to }),
  ]
  return said.filter(Boolean).join(', ')
}

/** The time, with its day when that is another. */
const momentOf = (at: string, beside: string): string =>
  localDay(new Date(at)) !== localDay(new Date(beside))
    ? formatInstant(at)
    : formatTime(at) === formatTime(beside)
      ? formatTimeExactly(at)
      : formatTime(at)

function Changes({ row, summary }: { readonly row: HistoryRow; readonly summary: Summary | undefined }) {
  const { t } = useTranslation('history')
  const labelOf = useFieldLabel()
  if (row.before === null) return <small className={css['line']}>{t(row.begins ? 'begins' : 'first')}</small>
  if (!summary) return null
  if (summary.unreadable) return <small className={css['line']}>{t('unreadable')}</small>
  const { added, removed } = summary
  const fields = summary.fields.filter((field) => field !== 'body' && field !== 'attachments')
  const files = fileWords(summary.files, t)
  const words = [added > 0 && t('added', { count: added }), removed > 0 && t('removed', { count: removed })].filter(Boolean).join(', ')
  const named = fields.slice(0, NAMED).map(labelOf).join(', ')
  const more = fields.length > NAMED ? t('moreFields', { count: fields.length - NAMED }) : ''
  return (
    <>
      {summary.sameAs && <small className={css['line']}>{t('sameAs', { at: momentOf(summary.sameAs.at, row.at) })}</small>}
      {words && <small className={css['line']}>{words}</small>}
      {named && <small className={css['line']}>{[named, more].filter(Boolean).join(' ')}</small>}
      {files && <small className={css['line']}>{files}</small>}
      {!words && !named && !files && <small className={css['line']}>{t('nothingDiffers')}</small>}
    </>
  )
}

export interface VersionRowProps {
  readonly row: HistoryRow
  readonly summary: Summary | undefined
  readonly kind: Kind
  readonly id: string
  /** The version that is shown beside. */
  readonly shown: number | null
  /** Another one stands beside it that was saved in the same minute. */
  readonly sameMinute: boolean
  /** Tab comes to this row; the arrow keys to the others. */
  readonly tabbable: boolean
}

/** One version: when, by whom, and how much it changed. */
export function VersionRow({ row, summary, kind, id, shown, sameMinute, tabbable }: VersionRowProps) {
  const { t } = useTranslation('history')
  const [unfolded, setUnfolded] = useState(false)
  const timeOf = sameMinute ? formatTimeExactly : formatTime
  const [since, at] = [timeOf(row.since), timeOf(row.at)]
  return (
    <li>
      <PlaceLink
        address={versionAddress(kind, id, row.rev)}
        current={row.rev === shown}
        className={css['row']}
        tabIndex={tabbable ? undefined : -1}
      >
        <span className={css['when']}>
          <time dateTime={row.at}>{formatTime(row.since) === formatTime(row.at) ? at : `${since}–${at}`}</time>
          {row.current && <Tag tone="good">{t('current')}</Tag>}
          {row.pinned && !row.current && <Tag icon={<Pin aria-hidden="true" />}>{t('pinned')}</Tag>}
        </span>
        <small className={css['line']}>{row.by.device ? t('byOn', row.by) : row.by.name}</small>
        <Changes row={row} summary={summary} />
      </PlaceLink>
      {row.saves > 1 && (
        <Button
          variant="quiet"
          className={css['fold']}
          icon={unfolded ? <ChevronDown /> : <ChevronRight />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('saves', { count: row.saves })}
        </Button>
      )}
      {unfolded && row.saves > 1 && <SavesOfSitting kind={kind} id={id} rev={row.rev} shown={shown} />}
    </li>
  )
}
