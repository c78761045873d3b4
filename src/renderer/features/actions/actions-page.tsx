import { CircleCheck, Mail, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actionFilters, actionGroupings, type ActionGrouping } from '../../../shared/model/action-lists.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber, localDay } from '../../i18n/dates.ts'
import { tickAction } from '../../parts/actions/change-action.ts'
import { revealLine } from '../../parts/bodies/open-bodies.ts'
import { useCommand } from '../../parts/commands/commands.ts'
import { PlainTable } from '../../parts/rows/plain-table.tsx'
import { actionRows, type ListedAction } from '../../parts/rows/shared-rows.ts'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { openRecord } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { Pills } from '../../ui/pills.tsx'
import { Select } from '../../ui/select.tsx'
import styles from '../../parts/actions/actions.module.css'
import { actionColumns } from './action-columns.tsx'
import type { ActionField } from './action-change-form.tsx'
import { ActionPopover, type EditedAction } from './action-popover.tsx'
import css from './actions-page.module.css'
import { groupWords } from './group-words.ts'
import { useLook } from './page-memory.ts'
import { ReminderDialog } from './reminder-dialog.tsx'
import { SaveView } from './save-view.tsx'
import { ViewsBar } from './views-bar.tsx'

const targetOf = (row: ListedAction) => ({ id: `${row.group?.key ?? ''} ${row.recordId}:${row.line}`, rev: 0 })

/** What was agreed to be done, across all records. */
export function ActionsPage() {
  const { t } = useTranslation('actions')
  const [look, setLook] = useLook()
  const { state, group, text } = look
  const [edited, setEdited] = useState<EditedAction | null>(null)
  const [remindOf, setRemindOf] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const writable = useReadOnly() === null
  const words = text.trim()
  const rows = usePagedRows(actionRows({ state, group, text: words }))
  const { data: counts } = useQuery('list.counts', {}, { dependsOn: 'records' })
  const today = localDay()
  const narrowed = words !== ''
  const foundNothing = rows.current && rows.rows.total === 0
  // of one that belongs to two groups there are two rows; and what is typed may be taken for something else
  const { data: all, settled } = useQuery('actions.list', group === null && !narrowed ? null : { state, group, text: words, count: 0 }, {
    dependsOn: 'records',
  })
  const total = all?.actions ?? rows.rows.total ?? 0
  const { data: everywhere } = useQuery(
    'actions.list',
    narrowed && state !== 'all' && foundNothing ? { state: 'all', text: words, count: 0 } : null,
    { dependsOn: 'records', keepPrevious: false },
  )
  const others = everywhere?.total ?? 0

  const grid = () => page.current?.querySelector<HTMLElement>('[role="grid"]')
  const edit = (action: ListedAction, field: ActionField, at: Element | null | undefined) => {
    const box = at?.getBoundingClientRect()
    setEdited({ action, field, left: box?.left ?? 0, top: box?.bottom ?? 0 })
  }
  const addressee = () => grid()?.querySelector('[data-cursor] [data-addressee]')?.getAttribute('data-addressee')

  const remind = () => setRemindOf(addressee() ?? '')
  useCommand('actions.remind', remind)

  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('title')}>
        <Pills
          label={t('shown')}
          value={state}
          options={actionFilters.map((value) => ({
            value,
            label: t(`filter.${value}`),
            count:
              counts &&
              (value === 'open' ? formatNumber(counts.openActions) : value === 'overdue' ? formatNumber(counts.overdueActions) : undefined),
          }))}
          onChange={(chosen) => setLook({ state: chosen })}
        />
        <Select<ActionGrouping | ''>
          label={t('groupBy')}
          hideLabel
          bare
          className={css.group}
          value={group ?? ''}
          options={[
            { value: '', label: t('grouping.none') },
            ...actionGroupings.map((value) => ({ value, label: t('grouping.by', { by: t(`grouping.${value}`) }) })),
          ]}
          onChange={(chosen) => setLook({ group: chosen === '' ? null : chosen })}
        />
        <span className={styles.space} />
        <TextFilter
          ref={filterInput}
          className={styles.filter}
          label={t('filterText')}
          value={text}
          onChange={(typed) => setLook({ text: typed })}
          onLeave={() => grid()?.focus()}
          problemsIn={problemLine}
          foundNothing={foundNothing}
          searchedFor={narrowed && settled ? all?.searchedFor : null}
        />
        <SaveView look={look} />
        <IconButton label={t('reminder.open')} icon={<Mail />} onClick={remind} />
      </PageBar>
      <ViewsBar look={look} onLook={setLook} />
      <div ref={setProblemLine} aria-live="polite" />
      <PlainTable
        key={`${state} ${group}`}
        label={t('title')}
        state={rows}
        columns={actionColumns({ t, today, group, ...(writable && { onTick: (row) => void tickAction(row), onEdit: edit }) })}
        targetOf={targetOf}
        onOpen={(row) => {
          openRecord(row.recordKind, row.recordId)
          revealLine(row.recordId, row.line)
        }}
        onMark={writable ? (row) => void tickAction(row) : undefined}
        onEdit={writable ? (row) => edit(row, 'responsible', grid()?.querySelector('[data-cursor]')) : undefined}
        headingOf={
          group === null
            ? undefined
            : (row, index) =>
                row.group === null ? undefined : { words: groupWords(row.group, group, t), isFirst: row.group.from === index }
        }
        onType={(typed) => {
          filterInput.current?.focus()
          if (typed !== null) setLook({ text: text + typed })
        }}
        empty={
          narrowed ? (
            <EmptyState
              icon={<SearchX />}
              title={t('nothingTitle')}
              text={others > 0 ? t('nothingOf', { state: t(`filter.${state}`) }) : t('nothingText', { text: words })}
              actions={
                <>
                  {others > 0 && (
                    <Button variant="primary" onClick={() => setLook({ state: 'all' })}>
                      {t('showOthers', { count: others, formatted: formatNumber(others) })}
                    </Button>
                  )}
                  <Button onClick={() => setLook({ text: '' })}>{t('clear')}</Button>
                </>
              }
            />
          ) : (
            <EmptyState
              icon={<CircleCheck />}
              title={t(`empty.${state}`)}
              text={t('emptyHint')}
              actions={state !== 'all' && <Button onClick={() => setLook({ state: 'all' })}>{t('showAll')}</Button>}
            />
          )
        }
      />
      <footer className={styles.footer}>
        <span role="status">{rows.rows.total === null ? '' : t('count', { count: total, formatted: formatNumber(total) })}</span>
        {writable && <span className={css.keys}>{t('keys')}</span>}
      </footer>
      <ActionPopover edited={edited} onClose={() => setEdited(null)} onClosed={() => grid()?.focus()} />
      {remindOf !== null && <ReminderDialog name={remindOf} onClose={() => setRemindOf(null)} />}
    </div>
  )
}
