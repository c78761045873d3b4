import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox.tsx'
import { sortAfterClick, type Sort } from '../../parts/rows/sections.ts'
import type { Column } from './table-columns.tsx'
import styles from '../../parts/rows/table.module.css'

interface TableHeadProps {
  readonly columns: readonly Column[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  /** All rows, some of them, or none are chosen. */
  readonly chosen: 'all' | 'some' | 'none'
  readonly onChoose: (all: boolean) => void
}

export function TableHead({ columns, sort, onSort, chosen, onChoose }: TableHeadProps) {
  const { t } = useTranslation('lists')
  const Arrow = sort.direction === 'ascending' ? ChevronUp : ChevronDown
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.cells}>
        <div role="columnheader" className={styles.choice}>
          <Checkbox label={t('chosen.all')} hideLabel checked={chosen === 'all'} indeterminate={chosen === 'some'} onChange={onChoose} />
        </div>
        {columns.map(({ id, sort: key }) => (
          <div
            key={id}
            role="columnheader"
            aria-sort={key === undefined ? undefined : key === sort.key ? sort.direction : 'none'}
            className={styles.columnName}
          >
            {key === undefined ? (
              t(`column.${id}`)
            ) : (
              <button type="button" className={styles.sort} onClick={() => onSort(sortAfterClick(sort, key))}>
                {t(`column.${id}`)}
                {key === sort.key && <Arrow aria-hidden="true" />}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
