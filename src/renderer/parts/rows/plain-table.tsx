import { useCallback, useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { nothingSelected, type Selection, type Target } from './selection.ts'
import type { PagedRowsState } from './use-paged-rows.ts'
import styles from './table.module.css'
import { RowsView } from './rows-view.tsx'

export interface PlainColumn<Row> {
  readonly id: string
  readonly label: string
  /** The label is for screen readers only: the cells speak for themselves. */
  readonly hideLabel?: true
  /** A grid track. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
}

interface PlainTableProps<Row> {
  readonly label: string
  readonly state: PagedRowsState<Row>
  readonly columns: readonly PlainColumn<Row>[]
  readonly targetOf: (row: Row) => Target
  readonly onOpen: (row: Row) => void
  /** false: a click only goes to the row; it is opened by key. */
  readonly opensOnClick?: boolean | undefined
  /** Its menu is asked for: by the keys of menus, or by the other mouse button. */
  readonly onMenu?: ((row: Row) => void) | undefined
  /** What stands there when there are no rows. */
  readonly empty: ReactNode
  /** Given: the rows can be chosen together. */
  readonly choice?:
    | {
        readonly selection: Selection
        readonly onSelection: (change: (selection: Selection) => Selection) => void
        readonly onChooseAll: () => void
      }
    | undefined
  readonly onTrash?: (() => void) | undefined
  /** F2. */
  readonly onEdit?: ((row: Row) => void) | undefined
  /** Space, where rows are not chosen together. */
  readonly onMark?: ((row: Row) => void) | undefined
  /** Under which heading a row stands, and whether it is the first there; the rows of one heading follow each other. */
  readonly headingOf?: ((row: Row, index: number) => { readonly words: string; readonly isFirst: boolean } | undefined) | undefined
  readonly onType?: ((text: string | null) => void) | undefined
}

const ROW_HEIGHT = 34

/** A table of rows in the order in which they come, with the states of waiting, failing and being empty. */
export function PlainTable<Row>({
  label,
  state,
  columns,
  targetOf,
  onOpen,
  opensOnClick,
  onMenu,
  empty,
  choice,
  onTrash,
  onEdit,
  onMark,
  headingOf,
  onType,
}: PlainTableProps<Row>) {
  const { t } = useTranslation('lists')
  const [own, setOwn] = useState<Selection>(nothingSelected)
  const setOwnSelection = useCallback((change: (selection: Selection) => Selection) => setOwn(change), [])
  const { rows, slow } = state
  const tracks = { '--plain-columns': columns.map(({ width }) => width).join(' ') } as CSSProperties

  if (rows.total === null) {
    if (rows.error !== null)
      return (
        <div role="alert" className={styles.waiting}>
          <EmptyState
            title={t('state.failedTitle')}
            text={formatError(rows.error)}
            actions={<Button onClick={() => rows.refresh()}>{t('state.retry')}</Button>}
          />
        </div>
      )
    return (
      <div role="status" className={styles.waiting}>
        {slow && (
          <>
            <span className="visually-hidden">{t('state.loading')}</span>
            <Skeleton lines={8} />
          </>
        )}
      </div>
    )
  }
  if (rows.total === 0) return <div className={styles.waiting}>{empty}</div>
  const headingAt = (index: number) => {
    const row = rows.row(index)
    return row === undefined ? undefined : headingOf?.(row, index)
  }
  const headingOver = (index: number) => {
    const heading = headingAt(index)
    return heading?.isFirst ? heading.words : undefined
  }
  return (
    <div className={styles.table} style={tracks}>
      <RowsView
        label={label}
        layout="table"
        rows={rows}
        targetOf={targetOf}
        rowHeight={ROW_HEIGHT}
        columnCount={columns.length}
        header={
          <div role="rowgroup" className={styles.head}>
            <div role="row" aria-rowindex={1} className={styles.plainCells}>
              {columns.map((column) => (
                <div key={column.id} role="columnheader" className={styles.columnName}>
                  <span className={column.hideLabel && 'visually-hidden'}>{column.label}</span>
                </div>
              ))}
            </div>
          </div>
        }
        renderRow={(row, { index }) => (
          <div role="none" className={styles.plainCells}>
            {columns.map((column, nth) => (
              <div key={column.id} role="gridcell" className={styles.cell}>
                {nth === 0 && headingOf && <span className="visually-hidden">{headingOver(index)}</span>}
                {column.cell(row)}
              </div>
            ))}
          </div>
        )}
        placeholder={
          <div role="gridcell" className={styles.placeholder}>
            {t('row.loading')}
          </div>
        }
        selection={choice?.selection ?? own}
        onSelection={choice?.onSelection ?? setOwnSelection}
        onChooseAll={choice?.onChooseAll}
        onOpen={onOpen}
        opensOnClick={opensOnClick}
        onMenu={onMenu}
        onTrash={onTrash}
        onEdit={onEdit}
        onMark={onMark}
        {...(headingOf && { headingOver, groupAt: (index: number) => headingAt(index)?.words })}
        onType={onType}
        top={0}
      />
      {rows.error !== null && (
        <p role="alert" className={styles.failed}>
          {formatError(rows.error)}
          <Button variant="quiet" onClick={() => rows.refresh()}>
            {t('state.retry')}
          </Button>
        </p>
      )}
    </div>
  )
}
