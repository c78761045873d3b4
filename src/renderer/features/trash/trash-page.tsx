import { ArchiveRestore, SearchX, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { openRecord } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { chooseAll, chooseNone, MOST_CHOSEN, nothingSelected, targetOf, targets, type Selection } from '../../parts/rows/selection.ts'
import { recordRows } from '../../parts/rows/shared-rows.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { PlainTable } from '../../parts/rows/plain-table.tsx'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import { trashColumns } from './trash-columns.tsx'
import { TrashDialogs } from './trash-dialogs.tsx'
import styles from './trash-page.module.css'
import { useTrashCommands } from './use-trash-commands.ts'

/** What was deleted, until it is restored or erased for good. */
export function TrashPage() {
  const { t } = useTranslation('trash')
  const [text, setText] = useState('')
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const page = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const readOnly = useReadOnly() !== null
  const commands = useTrashCommands()
  const wanted = text.trim()
  const state = usePagedRows(recordRows({ kind: null, trashed: true, text: wanted, sort: { key: 'trashedAt', direction: 'descending' } }))
  const { rows } = state
  const total = rows.total ?? 0

  const rowOf = (id: string) => {
    const index = rows.find(({ head }) => head.id === id)
    return index === undefined ? undefined : rows.row(index)
  }
  const chosen = targets(selection, (id) => {
    const row = rowOf(id)
    return row && targetOf(row)
  })
  const several = selection.chosen.size
  const titleOf = (id: string | undefined) => (id === undefined ? '' : (rowOf(id)?.head.title ?? ''))
  const restore = async (records: typeof chosen) => {
    if (await commands.restore(records, titleOf(records[0]?.id))) setSelection(chooseNone)
  }
  const chooseEverything = async () => {
    try {
      const all = await rows.collect(0, Math.min(total, MOST_CHOSEN))
      setSelection((now) => chooseAll(now, all.map(targetOf)))
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }

  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('title')}>
        <span className={styles.space} />
        <TextFilter
          ref={filterInput}
          className={styles.filter}
          label={t('filterText')}
          value={text}
          onChange={setText}
          onLeave={() => page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
          problemsIn={problemLine}
          foundNothing={state.current && total === 0}
        />
        {!readOnly && several > 0 && (
          <>
            <Button icon={<ArchiveRestore />} onClick={() => void restore(chosen)}>
              {t('restoreChosen', { count: several, formatted: formatNumber(several) })}
            </Button>
            <Button tone="bad" onClick={() => commands.askToErase({ records: chosen, title: titleOf(chosen[0]?.id) })}>
              {t('eraseChosen', { count: several, formatted: formatNumber(several) })}
            </Button>
          </>
        )}
        {!readOnly && several === 0 && wanted === '' && total > 0 && (
          <Button tone="bad" onClick={() => commands.askToErase({ everything: total })}>
            {t('emptyTrash')}
          </Button>
        )}
      </PageBar>
      <div ref={setProblemLine} aria-live="polite" />
      <PlainTable
        label={t('title')}
        state={state}
        columns={trashColumns(
          t,
          readOnly
            ? null
            : {
                restore: (row) => void restore([targetOf(row)]),
                erase: (row) => commands.askToErase({ records: [targetOf(row)], title: row.head.title }),
              },
        )}
        targetOf={targetOf}
        onOpen={({ head }) => openRecord(head.kind, head.id)}
        choice={{ selection, onSelection: setSelection, onChooseAll: () => void chooseEverything() }}
        onTrash={
          readOnly || chosen.length === 0 ? undefined : () => commands.askToErase({ records: chosen, title: titleOf(chosen[0]?.id) })
        }
        onType={(typed) => {
          filterInput.current?.focus()
          if (typed !== null) setText(text + typed)
        }}
        empty={
          wanted ? (
            <EmptyState
              icon={<SearchX />}
              title={t('nothingTitle')}
              text={t('nothingText', { text: wanted })}
              actions={<Button onClick={() => setText('')}>{t('clear')}</Button>}
            />
          ) : (
            <EmptyState icon={<Trash2 />} title={t('emptyState')} text={t('emptyStateText')} />
          )
        }
      />
      <footer className={styles.footer}>
        <span role="status">
          {rows.total === null || rows.total === 0
            ? ''
            : several > 0
              ? t('chosen', { count: several, formatted: formatNumber(several) })
              : t('count', { count: total, formatted: formatNumber(total) })}
        </span>
      </footer>
      <TrashDialogs commands={commands} />
    </div>
  )
}
