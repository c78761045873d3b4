import { SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan, ImportRow } from '../../../shared/contract/import.ts'
import { importActions, type ImportAction } from '../../../shared/model/import-mapping.ts'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { PlainTable } from '../../parts/rows/plain-table.tsx'
import { chooseAll, chooseNone, MOST_CHOSEN, nothingSelected, toggle, type Selection } from '../../parts/rows/selection.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pills } from '../../ui/pills.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { decide } from './change-plan.ts'
import { planColumns } from './plan-columns.tsx'
import { allRows, planRows, type ShownRows } from './plan-rows.ts'
import styles from './plan-table.module.css'
import { TableFooter } from './table-footer.tsx'

const targetOf = ({ path }: ImportRow) => ({ id: path, rev: 0 })

/** What will happen to each file, with what the person may decide instead. */
export function PlanTable({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation('import')
  const [shown, setShown] = useState<ShownRows>(allRows)
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const table = useRef<HTMLElement>(null)
  const filter = useRef<HTMLInputElement>(null)
  const state = usePagedRows(planRows(plan.plan, { only: shown.only, text: shown.text.trim() }))
  const { rows } = state
  const total = rows.total ?? 0
  const show = (change: Partial<ShownRows>) => {
    setShown({ ...shown, ...change })
    setSelection(chooseNone)
  }
  const all = importActions.reduce((sum, action) => sum + plan.actions[action], 0)
  const used = importActions.filter((action) => plan.actions[action] > 0 || action === shown.only)
  const chooseEverything = async () => {
    try {
      const everything = await rows.collect(0, Math.min(total, MOST_CHOSEN))
      setSelection((now) => chooseAll(now, everything.map(targetOf)))
      if (total > MOST_CHOSEN) showToast({ message: t('table.limit', { number: formatNumber(MOST_CHOSEN) }) })
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }
  return (
    <section ref={table} className={styles.half} aria-label={t('table.title')}>
      <div className={styles.tools}>
        <Pills<ImportAction | 'all'>
          label={t('table.shown')}
          value={shown.only ?? 'all'}
          options={[
            { value: 'all', label: t('table.all'), count: formatNumber(all) },
            ...used.map((action) => ({ value: action, label: t(`table.of.${action}`), count: formatNumber(plan.actions[action]) })),
          ]}
          onChange={(only) => show({ only: only === 'all' ? null : only })}
        />
        <TextField
          ref={filter}
          className={styles.filter}
          label={t('table.filter')}
          hideLabel
          role="searchbox"
          placeholder={t('table.filter')}
          value={shown.text}
          maxLength={200}
          autoComplete="off"
          onChange={(text) => show({ text })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && shown.text !== '') show({ text: '' })
            else if (event.key === 'Enter' || event.key === 'ArrowDown') table.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
            else return
            event.preventDefault()
          }}
        />
      </div>
      <PlainTable
        key={shown.only ?? 'all'}
        label={t('table.title')}
        state={state}
        columns={planColumns(t, {
          isChosen: ({ path }) => selection.chosen.has(path),
          onChoose: (row) => {
            const index = rows.find(({ path }) => path === row.path)
            if (index !== undefined) setSelection((now) => toggle(now, { index, id: row.path }, 0))
          },
          isMenuOpen: ({ path }) => menuOf === path,
          onMenu: (row) => setMenuOf(row?.path ?? null),
          onDecide: (row, decision) => void decide([row.path], allRows, decision),
        })}
        targetOf={targetOf}
        opensOnClick={false}
        onOpen={({ path }) => setMenuOf(path)}
        onMenu={({ path }) => setMenuOf(path)}
        onEdit={({ path }) => setMenuOf(path)}
        choice={{ selection, onSelection: setSelection, onChooseAll: () => void chooseEverything() }}
        onType={(typed) => {
          filter.current?.focus()
          if (typed !== null) show({ text: shown.text + typed })
        }}
        empty={
          <EmptyState
            icon={<SearchX />}
            title={t('table.nothingTitle')}
            text={t('table.nothingText')}
            actions={<Button onClick={() => show(allRows)}>{t('table.showAll')}</Button>}
          />
        }
      />
      <TableFooter
        total={rows.total}
        chosen={selection.chosen.size}
        onDecide={(decision) =>
          void decide(selection.chosen.size > 0 ? [...selection.chosen.keys()] : null, { ...shown, text: shown.text.trim() }, decision)
        }
        onChooseNone={() => setSelection(chooseNone)}
      />
    </section>
  )
}
