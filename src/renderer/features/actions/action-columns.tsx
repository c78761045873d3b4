import type { TFunction } from 'i18next'
import { Lock } from 'lucide-react'
import type { ReactNode, MouseEvent } from 'react'
import type { ActionGrouping } from '../../../shared/model/action-lists.ts'
import { formatDate } from '../../i18n/dates.ts'
import { ActionState } from '../../parts/actions/action-state.tsx'
import styles from '../../parts/actions/actions.module.css'
import { DueWords } from '../../parts/actions/due-words.tsx'
import { plainWords } from '../../parts/actions/plain-words.ts'
import { ResponsibleNames } from '../../parts/actions/responsible-names.tsx'
import { LevelMark } from '../../parts/records/level-mark.tsx'
import type { PlainColumn } from '../../parts/rows/plain-table.tsx'
import type { ListedAction } from '../../parts/rows/shared-rows.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { ActionField } from './action-change-form.tsx'
import css from './actions-page.module.css'

interface ColumnsOf {
  readonly t: TFunction<'actions'>
  /** A full date. */
  readonly today: string
  readonly group: ActionGrouping | null
  /** Left out: nothing can be changed. */
  readonly onTick?: ((action: ListedAction) => void) | undefined
  readonly onEdit?: ((action: ListedAction, field: ActionField, cell: Element) => void) | undefined
}

/** What is to be done, by whom, until when, and where that was agreed. */
export function actionColumns({ t, today, group, onTick, onEdit }: ColumnsOf): readonly PlainColumn<ListedAction>[] {
  // the keys are the table's: Space ticks, F2 changes
  const editable = (action: ListedAction, field: ActionField, words: ReactNode) =>
    onEdit ? (
      <button
        type="button"
        tabIndex={-1}
        className={css.cellButton}
        title={t(`change.${field}`)}
        onClick={(event: MouseEvent) => {
          event.stopPropagation()
          onEdit(action, field, event.currentTarget)
        }}
      >
        {words}
      </button>
    ) : (
      words
    )
  const latest = ({ remarks }: ListedAction) => {
    const last = remarks.at(-1)
    if (!last) return null
    const more = remarks.length > 1 ? ` ${t('moreRemarks', { count: remarks.length - 1 })}` : ''
    return (
      <small className={css.remark}>
        {formatDate(last.on)}: {plainWords(last.text)}
        {more}
      </small>
    )
  }
  /** Whom a reminder of this row is for: the person of its group, else the first who is responsible. */
  const addresseeOf = (row: ListedAction) => (group === 'responsible' ? row.group?.title : row.responsible[0])
  return [
    {
      id: 'state',
      label: t('column.state'),
      hideLabel: true,
      width: 'var(--s-40)',
      cell: (row) =>
        onTick && row.state !== 'cancelled' ? (
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- keeps a click on the box from opening the row
          <span className={css.tick} onClick={(event) => event.stopPropagation()}>
            <Checkbox
              label={t('tick', { action: plainWords(row.text) })}
              hideLabel
              tabIndex={-1}
              checked={row.state === 'done'}
              onChange={() => onTick(row)}
            />
          </span>
        ) : (
          <ActionState state={row.state} />
        ),
    },
    {
      id: 'text',
      label: t('column.text'),
      width: 'minmax(0, 2fr)',
      cell: (row) => (
        <>
          <span data-addressee={addresseeOf(row)} className={row.state === 'open' ? undefined : styles.ended}>
            {plainWords(row.text)}
          </span>
          {latest(row)}
        </>
      ),
    },
    {
      id: 'responsible',
      label: t('column.responsible'),
      width: 'minmax(0, 1fr)',
      cell: (row) => editable(row, 'responsible', row.responsible.length > 0 ? <ResponsibleNames action={row} /> : '—'),
    },
    {
      id: 'due',
      label: t('column.due'),
      width: 'minmax(calc(var(--label) + var(--s-20)), 0.7fr)',
      cell: (row) =>
        row.state === 'open' ? (
          editable(row, 'due', row.due === '' ? '—' : <DueWords due={row.due} today={today} long />)
        ) : (
          <span className={styles.ended}>{row.done ? t('doneOn', { date: formatDate(row.done) }) : t(`state.${row.state}`)}</span>
        ),
    },
    {
      id: 'from',
      label: t('column.from'),
      width: 'minmax(0, 1.2fr)',
      cell: (row) => (
        <>
          {row.recordTitle}
          {row.recordDate && <small className={styles.recordDate}>{formatDate(row.recordDate)}</small>}
          <LevelMark level={row.classification} />
          {row.adopted && (
            <small className={css.adopted} title={t('adoptedHint')}>
              <Lock aria-hidden="true" />
              {t('adopted')}
            </small>
          )}
        </>
      ),
    },
  ]
}
