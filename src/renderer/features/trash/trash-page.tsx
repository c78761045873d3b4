import { ArchiveRestore, SearchX, Trash2, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../shared/contract/lists.ts'
import { formatError } from '../../api/format-error.ts'
import { KindIcon } from '../../app/kind-icons.tsx'
import { formatInstant, formatNumber } from '../../i18n/dates.ts'
import { openRecord } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { chooseAll, chooseNone, nothingSelected, targets, type Selection } from '../lists/data/selection.ts'
import { recordRows } from '../lists/data/shared-rows.ts'
import { usePagedRows } from '../lists/data/use-paged-rows.ts'
import { MOST_CHOSEN, targetOf } from '../lists/data/use-record-list.ts'
import { PlainTable, type PlainColumn } from '../lists/plain-table.tsx'
import { TextFilter } from '../lists/text-filter.tsx'
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

  const columns: readonly PlainColumn<ListRow>[] = [
    {
      id: 'title',
      label: t('column.title'),
      width: 'minmax(0, 2fr)',
      cell: ({ head }) => (
        <span className={styles.record}>
          <KindIcon kind={head.kind} contactType={head.kind === 'contact' ? head.contactType : undefined} />
          <b>{head.title}</b>
        </span>
      ),
    },
    { id: 'kind', label: t('column.kind'), width: 'minmax(0, 0.6fr)', cell: ({ head }) => t(`common:kind.${head.kind}`) },
    {
      id: 'at',
      label: t('column.at'),
      width: 'minmax(var(--label), 0.8fr)',
      cell: ({ head }) => <span className={styles.figure}>{formatInstant(head.trashedAt)}</span>,
    },
    { id: 'by', label: t('column.by'), width: 'minmax(0, 0.8fr)', cell: ({ head }) => head.updatedBy },
    {
      id: 'commands',
      label: t('column.commands'),
      hideLabel: true,
      width: 'var(--label-narrow)',
      cell: (row) =>
        readOnly ? null : (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons inside have the keys; a click beside them must not open the row
          <span className={styles.commands} onClick={(event) => event.stopPropagation()}>
            <IconButton
              size="small"
              label={t('restoreOne', { title: row.head.title })}
              icon={<ArchiveRestore />}
              onClick={() => void restore([targetOf(row)])}
            />
            <IconButton
              size="small"
              label={t('eraseOne', { title: row.head.title })}
              icon={<X />}
              onClick={() => commands.askToErase({ records: [targetOf(row)], title: row.head.title })}
            />
          </span>
        ),
    },
  ]

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
      <PlainTable
        label={t('title')}
        state={state}
        columns={columns}
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
      <footer className={styles.footer} role="status">
        {rows.total === null
          ? ''
          : several > 0
            ? t('chosen', { count: several, formatted: formatNumber(several) })
            : t('count', { count: total, formatted: formatNumber(total) })}
      </footer>
      <TrashDialogs commands={commands} />
    </div>
  )
}
