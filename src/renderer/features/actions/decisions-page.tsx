import { Gavel, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { openRecord } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { decisionRows } from '../../parts/rows/shared-rows.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { PlainTable } from '../../parts/rows/plain-table.tsx'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import styles from '../../parts/actions/actions.module.css'
import { decisionColumns } from './decision-columns.tsx'

const targetOf = (row: DecisionRow) => ({ id: `${row.recordId}:${row.line}`, rev: 0 })

/** What was decided, across all meetings. */
export function DecisionsPage() {
  const { t } = useTranslation('actions')
  const [text, setText] = useState('')
  const page = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const rows = usePagedRows(decisionRows({ text: text.trim() }))
  const { data: counts } = useQuery('list.counts', {}, { dependsOn: 'records' })
  const found = rows.rows.total
  const narrowed = text.trim() !== ''
  const counted = (count: number) => t('decisions.count', { count, formatted: formatNumber(count) })

  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('decisions.title')}>
        <span className={styles.space} />
        <TextFilter
          ref={filterInput}
          className={styles.filter}
          label={t('decisions.filterText')}
          value={text}
          onChange={setText}
          onLeave={() => page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
          problemsIn={problemLine}
          foundNothing={rows.current && found === 0}
        />
      </PageBar>
      <div ref={setProblemLine} aria-live="polite" />
      <PlainTable
        label={t('decisions.title')}
        state={rows}
        columns={decisionColumns(t)}
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
              text={t('decisions.nothingText', { text: text.trim() })}
              actions={<Button onClick={() => setText('')}>{t('clear')}</Button>}
            />
          ) : (
            <EmptyState icon={<Gavel />} title={t('decisions.empty')} text={t('decisions.emptyHint')} />
          )
        }
      />
      <footer className={styles.footer}>
        <span role="status">
          {found === null
            ? ''
            : narrowed && counts
              ? t('of', { found: formatNumber(found), all: counted(counts.decisions) })
              : counted(found)}
        </span>
      </footer>
    </div>
  )
}
