import { Columns3, Plus } from 'lucide-react'
import { useRef, useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../parts/commands/commands.ts'
import { askNewRecord } from '../../parts/dialogs/dialogs.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { ContactTypes } from './contact-types.tsx'
import { sectionOf, type Section } from '../../parts/rows/sections.ts'
import { toggle, targetOf } from '../../parts/rows/selection.ts'
import { useRecordList } from './data/use-record-list.ts'
import { FilterPopover } from './filter-popover.tsx'
import { ListFooter } from './list-footer.tsx'
import { ListMenu } from './list-menu.tsx'
import { ListState } from './list-state.tsx'
import { useCalendarDrop } from './use-calendar-drop.ts'
import listStyles from './record-list.module.css'
import styles from '../../parts/rows/table.module.css'
import { RowsView } from '../../parts/rows/rows-view.tsx'
import { TableHead } from './table-head.tsx'
import { TextFilter } from '../../parts/rows/text-filter.tsx'
import { useColumns } from './use-columns.ts'
import { RowMenu, useRowMenu } from './row-menu.tsx'
import { useRowDrag } from './use-row-drag.ts'
import { useRowWords } from './use-row-words.ts'

const ROW_HEIGHT = 34

/** A section across the whole width, with columns. */
export function RecordTable({ section, selectedId }: { readonly section: Section; readonly selectedId: string | null }) {
  const { t } = useTranslation('lists')
  const list = useRecordList(section, 'table', selectedId)
  const words = useRowWords()
  const drag = useRowDrag()
  const menu = useRowMenu()
  const frame = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const { rows, filter, sort, selection } = list
  const { all, hidden, shown, toggle: toggleColumn } = useColumns(section, filter)
  const { kind } = sectionOf[section]
  const name = t(`section.${section}`)
  const drop = useCalendarDrop(kind === 'meeting' && !list.readOnly)
  const chosen = selection.chosen.size
  useCommand('record.export', list.exportTargets, { enabled: chosen > 0 })
  useCommand('list.export', list.exportList, { enabled: (rows.total ?? 0) > 0 })
  useCommand('record.trash', list.trash, { enabled: !list.readOnly && (chosen > 0 || selection.cursor !== null) })

  const toRows = () => frame.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  const typed = (text: string | null) => {
    filterInput.current?.focus()
    if (text !== null) list.setFilter({ text: filter.text + text })
  }
  const tracks = { '--columns': `${shown.map(({ width }) => width).join(' ')}` } as CSSProperties

  return (
    <div ref={frame} className={styles.table} style={tracks} {...drop.props}>
      <PageBar title={name}>
        {section === 'contacts' && <ContactTypes value={filter.contactType} onChange={(contactType) => list.setFilter({ contactType })} />}
        <span className={styles.space} />
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
        <FilterPopover section={section} filter={filter} onChange={list.setFilter} />
        <Menu
          trigger={<IconButton label={t('columns')} icon={<Columns3 />} />}
          items={[
            { heading: t('columns') },
            ...all
              .filter(({ fixed }) => !fixed)
              .map(({ id }) => ({ label: t(`column.${id}`), checked: !hidden.includes(id), onSelect: () => toggleColumn(id) })),
          ]}
        />
        <ListMenu section={section} list={list} />
        {!list.readOnly && (
          <Button
            variant="primary"
            icon={<Plus />}
            aria-label={t(kind === 'contact' ? `new.${filter.contactType ?? 'contact'}` : `new.${kind}`)}
            onClick={() => askNewRecord(kind, '', filter.contactType ? { contactType: filter.contactType } : {})}
          >
            {t('new.button')}
          </Button>
        )}
      </PageBar>
      {drop.over && <p className={listStyles.drop}>{t('meetings.drop')}</p>}
      <div ref={setProblemLine} aria-live="polite" />
      {rows.total === null || rows.total === 0 ? (
        <ListState section={section} list={list} />
      ) : (
        <RowsView
          label={name}
          layout="table"
          rows={rows}
          targetOf={targetOf}
          rowHeight={ROW_HEIGHT}
          columnCount={shown.length + 1}
          header={
            <TableHead
              columns={shown}
              sort={sort}
              onSort={list.setSort}
              chosen={chosen === 0 ? 'none' : chosen >= rows.total ? 'all' : 'some'}
              onChoose={(everything) => (everything ? list.chooseEverything() : list.chooseNothing())}
            />
          }
          renderRow={(row, state) => (
            <div role="none" className={styles.cells}>
              {/* a click beside the box chooses too, and does not open the row */}
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focus and the keys are the table's: Space chooses */}
              <div
                role="gridcell"
                className={styles.choice}
                onClick={(event) => event.stopPropagation()}
                onMouseDown={(event) => event.preventDefault()}
              >
                <Checkbox
                  label={t('chosen.row', { title: row.head.title })}
                  hideLabel
                  tabIndex={-1}
                  checked={state.chosen}
                  onChange={() => list.onSelection((now) => toggle(now, { index: state.index, id: row.head.id }, row.head.rev))}
                />
              </div>
              {shown.map((column) => (
                <div key={column.id} role="gridcell" className={styles.cell}>
                  {column.cell(row, words)}
                </div>
              ))}
            </div>
          )}
          placeholder={
            <div role="gridcell" className={styles.placeholder}>
              {t('row.loading')}
            </div>
          }
          selection={selection}
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
        />
      )}
      <RowMenu section={section} list={list} menu={menu} frame={frame} />
      <ListFooter section={section} layout="table" list={list} />
    </div>
  )
}
