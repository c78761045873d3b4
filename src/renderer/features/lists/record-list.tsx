import { Plus } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../parts/commands/commands.ts'
import { askNewRecord } from '../../parts/dialogs/dialogs.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ContactTypes } from './contact-types.tsx'
import { groupAt, headingOver, isGrouped } from './data/list-groups.ts'
import { sectionOf, type Section } from '../../parts/rows/sections.ts'
import { targetOf } from '../../parts/rows/selection.ts'
import { useRecordList } from './data/use-record-list.ts'
import { FilterPopover } from './filter-popover.tsx'
import { ListFooter } from './list-footer.tsx'
import { ListMenu } from './list-menu.tsx'
import { ListRow } from './list-row.tsx'
import { ListState } from './list-state.tsx'
import { useCalendarDrop } from './use-calendar-drop.ts'
import styles from './record-list.module.css'
import { RowsView } from '../../parts/rows/rows-view.tsx'
import { SortMenu } from './sort-menu.tsx'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import { RowMenu, useRowMenu } from './row-menu.tsx'
import { useRowDrag } from './use-row-drag.ts'
import { useRowWords } from './use-row-words.ts'

const ROW_HEIGHT = 53

/** The list beside a record. */
export function RecordList({ section, selectedId }: { readonly section: Section; readonly selectedId: string | null }) {
  const { t } = useTranslation('lists')
  const list = useRecordList(section, 'list', selectedId)
  const words = useRowWords()
  const drag = useRowDrag()
  const menu = useRowMenu()
  const frame = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const { rows, filter, sort } = list
  const { kind } = sectionOf[section]
  const grouped = isGrouped(section, sort)
  const name = t(`section.${section}`)
  const drop = useCalendarDrop(kind === 'meeting' && !list.readOnly)
  // beside a record the key is the record's
  useCommand('record.export', list.exportTargets, { enabled: selectedId === null && list.selection.chosen.size > 0 })
  useCommand('list.export', list.exportList, { enabled: (rows.total ?? 0) > 0 })
  const rowAt = useCallback((index: number) => rows.row(index), [rows])
  const yearOr = (year: string | undefined) => (year === '' ? t('row.noDate') : year)
  // the record beside the list has the page's first heading
  const Heading = selectedId === null ? 'h1' : 'h2'
  const toRows = () => frame.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()

  const typed = (text: string | null) => {
    filterInput.current?.focus()
    if (text !== null) list.setFilter({ text: filter.text + text })
  }

  return (
    <div ref={frame} className={styles.list} {...drop.props}>
      <header className={styles.header}>
        <Heading className={styles.title}>{name}</Heading>
        <FilterPopover section={section} filter={filter} onChange={list.setFilter} />
        <SortMenu section={section} sort={sort} onChange={list.setSort} />
        <ListMenu section={section} list={list} />
        {!list.readOnly && (
          <IconButton
            label={t(`new.${kind}`)}
            icon={<Plus />}
            tone="accent"
            onClick={() => askNewRecord(kind, '', filter.contactType ? { contactType: filter.contactType } : {})}
          />
        )}
      </header>
      {section === 'contacts' && (
        <div className={styles.types}>
          <ContactTypes value={filter.contactType} onChange={(contactType) => list.setFilter({ contactType })} />
        </div>
      )}
      <TextFilter
        ref={filterInput}
        className={styles.filter}
        label={t('filter.text', { section: name })}
        value={filter.text}
        onChange={(text) => list.setFilter({ text })}
        onLeave={toRows}
        problemsIn={problemLine}
        foundNothing={list.current && rows.total === 0}
      />
      <div ref={setProblemLine} aria-live="polite" />
      {drop.over && <p className={styles.drop}>{t('meetings.drop')}</p>}
      {rows.total === null || rows.total === 0 ? (
        <ListState section={section} list={list} />
      ) : (
        <RowsView
          label={name}
          layout="list"
          rows={rows}
          targetOf={targetOf}
          rowHeight={ROW_HEIGHT}
          renderRow={(row) => <ListRow row={row} grouped={grouped} words={words} />}
          placeholder={<div className={styles.placeholder}>{t('row.loading')}</div>}
          selection={list.selection}
          onSelection={list.onSelection}
          onChooseAll={list.chooseEverything}
          openId={selectedId}
          onOpen={list.open}
          onMenu={menu.ask}
          onTrash={list.readOnly ? undefined : list.trash}
          drag={drag}
          onEscape={list.chooseNothing}
          onType={typed}
          top={list.top}
          onTop={list.onTop}
          reveal={list.reveal}
          headingOver={grouped ? (index) => yearOr(headingOver(index, rowAt)) : undefined}
          groupAt={grouped ? (index) => yearOr(groupAt(index, rowAt)) : undefined}
        />
      )}
      <RowMenu section={section} list={list} menu={menu} frame={frame} />
      <ListFooter section={section} layout="list" list={list} />
    </div>
  )
}
