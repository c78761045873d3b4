import { useTranslation } from 'react-i18next'
import { useCountryWords } from '../../parts/countries/country-options.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Flag } from '../../ui/flag.tsx'
import marks from './marks.module.css'
import styles from './matrix.module.css'
import { NAMES, SHARES, type GridPlace } from './grid-keys.ts'
import { markAt, MarkIcon, markWords } from './mark-icon.tsx'
import { shareOf, type MatrixRow } from './matrix-view.ts'

interface MatrixLineProps {
  readonly by: 'country' | 'person'
  readonly row: MatrixRow
  readonly index: number
  /** Places in the canvas, in CSS pixels. */
  readonly top: number
  readonly left: number
  readonly columns: readonly number[]
  readonly columnWidth: number
  /** The column in which the keys are; null: in another row. */
  readonly cursor: number | null
  readonly cellId: (place: GridPlace) => string
  readonly onOpen: (place: GridPlace) => void
}

/** One country or person. */
export function MatrixLine({ by, row, index, top, left, columns, columnWidth, cursor, cellId, onOpen }: MatrixLineProps) {
  const { t } = useTranslation('attendance')
  const { alpha2Of } = useCountryWords()
  const share = shareOf(row)
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.line} style={{ top }}>
      <div role="none" className={styles.side}>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys */}
        <div
          id={cellId({ row: index, column: NAMES })}
          role="rowheader"
          aria-colindex={1}
          data-cursor={cursor === NAMES || undefined}
          data-opens={row.id !== null || undefined}
          className={styles.name}
          title={row.shown}
          onClick={() => onOpen({ row: index, column: NAMES })}
        >
          {by === 'country' && <Flag alpha2={alpha2Of(row.key)} />}
          <span className={styles.shown}>{row.shown}</span>
        </div>
        <div
          id={cellId({ row: index, column: SHARES })}
          role="gridcell"
          aria-colindex={2}
          data-cursor={cursor === SHARES || undefined}
          className={styles.share}
        >
          {share === null ? (
            t('never')
          ) : (
            <>
              {t('shareOf', { attended: formatNumber(row.attended), of: formatNumber(row.of) })}
              <b>{t('percent', { percent: formatNumber(Math.round(share * 100)) })}</b>
            </>
          )}
        </div>
      </div>
      {columns.map((column) => {
        const mark = markAt(row.marks, column)
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys
          <div
            key={column}
            id={cellId({ row: index, column })}
            role="gridcell"
            aria-colindex={column + 3}
            aria-label={t(`mark.${markWords[mark]}`)}
            data-mark={mark}
            data-cursor={cursor === column || undefined}
            className={marks.cell}
            style={{ left: left + column * columnWidth }}
            onClick={() => onOpen({ row: index, column })}
          >
            <MarkIcon mark={mark} />
          </div>
        )
      })}
    </div>
  )
}
