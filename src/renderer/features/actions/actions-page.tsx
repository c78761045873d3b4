import { CircleCheck, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber, localDay } from '../../i18n/dates.ts'
import { openRecord } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { Pills } from '../../ui/pills.tsx'
import { actionRows } from '../../parts/rows/shared-rows.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { PlainTable } from '../../parts/rows/plain-table.tsx'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import { actionColumns } from './action-columns.tsx'
import styles from '../../parts/actions/actions.module.css'

const states = ['open', 'overdue', 'done', 'all'] as const
type State = (typeof states)[number]

const targetOf = (row: ActionRow) => ({ id: `${row.recordId}:${row.line}`, rev: 0 })

/** What was agreed to be done, across all records. */
export function ActionsPage() {
  const { t } = useTranslation('actions')
  const [state, setState] = useState<State>('open')
  const [text, setText] = useState('')
  const page = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const rows = usePagedRows(actionRows({ state, text: text.trim() }))
  const { data: counts } = useQuery('list.counts', {}, { dependsOn: 'records' })
  const today = localDay()
  const total = rows.rows.total ?? 0
  const narrowed = text.trim() !== ''
  const isElsewhere = narrowed && state !== 'all' && rows.current && rows.rows.total === 0
  const { data: everywhere } = useQuery('actions.list', isElsewhere ? { state: 'all', text: text.trim(), count: 0 } : null, {
    dependsOn: 'records',
    keepPrevious: false,
  })
  const others = everywhere?.total ?? 0

  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('title')}>
        <Pills
          label={t('shown')}
          value={state}
          options={states.map((value) => ({
            value,
            label: t(`filter.${value}`),
            count:
              counts &&
              (value === 'open' ? formatNumber(counts.openActions) : value === 'overdue' ? formatNumber(counts.overdueActions) : undefined),
          }))}
          onChange={setState}
        />
        <span className={styles.space} />
        <TextFilter
          ref={filterInput}
          className={styles.filter}
          label={t('filterText')}
          value={text}
          onChange={setText}
          onLeave={() => page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
          problemsIn={problemLine}
          foundNothing={rows.current && rows.rows.total === 0}
        />
      </PageBar>
      <div ref={setProblemLine} aria-live="polite" />
      <PlainTable
        key={state}
        label={t('title')}
        state={rows}
        columns={actionColumns(t, today)}
        targetOf={targetOf}
        onOpen={(row) => openRecord(row.recordKind, row.recordId)}
        onType={(typed) => {
          filterInput.current?.focus()
          if (typed !== null) setText(text + typed)
        }}
        empty={
          narrowed ? (
            <EmptyState
              icon={<SearchX />}
              title={t('nothingTitle')}
              text={others > 0 ? t('nothingOf', { state: t(`filter.${state}`) }) : t('nothingText', { text: text.trim() })}
              actions={
                <>
                  {others > 0 && (
                    <Button variant="primary" onClick={() => setState('all')}>
                      {t('showOthers', { count: others, formatted: formatNumber(others) })}
                    </Button>
                  )}
                  <Button onClick={() => setText('')}>{t('clear')}</Button>
                </>
              }
            />
          ) : (
            <EmptyState
              icon={<CircleCheck />}
              title={t(`empty.${state}`)}
              text={t('emptyHint')}
              actions={state !== 'all' && <Button onClick={() => setState('all')}>{t('showAll')}</Button>}
            />
          )
        }
      />
      <footer className={styles.footer}>
        <span role="status">{rows.rows.total === null ? '' : t('count', { count: total, formatted: formatNumber(total) })}</span>
      </footer>
    </div>
  )
}
