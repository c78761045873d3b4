import { Gavel, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { openDecision } from '../../parts/decisions/decision-commands.ts'
import { DecisionDialog, type AskedDecision } from '../../parts/decisions/decision-dialog.tsx'
import { decisionRows } from '../../parts/rows/shared-rows.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { PlainTable } from '../../parts/rows/plain-table.tsx'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import { decisionViews } from '../../store/decisions-address.ts'
import { PageBar } from '../../ui/page-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pills } from '../../ui/pills.tsx'
import { decisionColumns } from './decision-columns.tsx'
import styles from './decisions-page.module.css'
import { ExportMenu } from './export-menu.tsx'
import { useRegisterView } from './use-register-view.ts'

const keyOf = (row: DecisionRow) => `${row.recordId}:${row.line}`
const targetOf = (row: DecisionRow) => ({ id: keyOf(row), rev: 0 })

/** What was decided, across all meetings and between them, and what became of it. */
export function DecisionsPage() {
  // with the words of its dialogs: they are asked for in place, and nothing may give way to a page that waits for words
  const { t } = useTranslation(['decisions', 'fields'])
  const { view, change, settle } = useRegisterView()
  const text = view.text.trim()
  const { status } = view
  const [asked, setAsked] = useState<AskedDecision | null>(null)
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const rows = usePagedRows(decisionRows({ status, text }))
  const { data: counts } = useQuery('list.counts', {}, { dependsOn: 'records' })
  const { data: clashes } = useQuery('decisions.list', { status: 'clash', count: 0 }, { dependsOn: 'records' })
  const found = rows.rows.total
  const narrowed = text !== '' || status !== 'all'
  const counted = (count: number) => t('count', { count, formatted: formatNumber(count) })
  const columns = decisionColumns(t, {
    onAsk: (decision, question) => setAsked({ decision, question }),
    isMenuOpen: (row) => menuOf === keyOf(row),
    onMenu: (row) => setMenuOf(row && keyOf(row)),
  })

  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('title')}>
        <div className={styles.views}>
          <Pills
            label={t('shown')}
            value={status}
            options={decisionViews.map((value) => ({
              value,
              label: t(`view.${value}`),
              count: value === 'clash' && clashes && clashes.total > 0 ? formatNumber(clashes.total) : undefined,
            }))}
            onChange={(chosen) => change({ status: chosen })}
          />
        </div>
        <span className={styles.space} />
        <TextFilter
          ref={filterInput}
          className={styles.filter}
          label={t('filterText')}
          value={view.text}
          onChange={(typed) => change({ text: typed })}
          onLeave={() => page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
          problemsIn={problemLine}
          foundNothing={rows.current && found === 0}
        />
        <ExportMenu view={view} total={found ?? 0} />
      </PageBar>
      <div ref={setProblemLine} aria-live="polite" />
      <PlainTable
        key={status}
        label={t('title')}
        state={rows}
        columns={columns}
        targetOf={targetOf}
        onOpen={(row) => {
          settle()
          openDecision(row)
        }}
        onMenu={(row) => setMenuOf(keyOf(row))}
        onType={(typed) => {
          filterInput.current?.focus()
          if (typed !== null) change({ text: view.text + typed })
        }}
        empty={
          narrowed && (counts?.decisions ?? 1) > 0 ? (
            <EmptyState
              icon={<SearchX />}
              title={t(status === 'clash' && text === '' ? 'noClash' : 'nothingTitle')}
              text={text === '' ? t(`nothingOf.${status}`) : t('nothingText', { text })}
              actions={<Button onClick={() => change({ status: 'all', text: '' })}>{t('showAll')}</Button>}
            />
          ) : (
            <EmptyState icon={<Gavel />} title={t('empty')} text={t('emptyHint')} />
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
        {found !== null && found > 0 && <span>{t('keys')}</span>}
      </footer>
      <DecisionDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  )
}
