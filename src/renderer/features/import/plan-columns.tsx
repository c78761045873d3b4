import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { ImportRow } from '../../../shared/contract/import.ts'
import type { ImportAction } from '../../../shared/model/import-mapping.ts'
import type { PlainColumn } from '../../parts/rows/plain-table.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Location } from '../../ui/location.tsx'
import { ActionCell } from './action-cell.tsx'
import { KindCell } from './kind-cell.tsx'
import styles from './plan-table.module.css'

interface RowCommands {
  readonly isChosen: (row: ImportRow) => boolean
  readonly onChoose: (row: ImportRow) => void
  readonly isMenuOpen: (row: ImportRow) => boolean
  readonly onMenu: (row: ImportRow | null) => void
  readonly onDecide: (row: ImportRow, decision: ImportAction) => void
}

/** What stands in a row and is clicked for itself: the row is not chosen by it. */
function Own({ children }: { readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the keys are the table's: Space chooses, Enter opens what can be decided
    <div onClick={(event) => event.stopPropagation()}>{children}</div>
  )
}

/** A file that is called as its record needs no second name. */
function placeOf(path: string, title: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.replace(/\.(?:md|markdown)$/i, '') === title ? path.slice(0, -name.length) : path
}

/** The file and its title, what it becomes, and what will happen. */
export const planColumns = (t: TFunction<'import'>, commands: RowCommands): readonly PlainColumn<ImportRow>[] => [
  {
    id: 'chosen',
    label: t('column.chosen'),
    hideLabel: true,
    width: 'var(--s-40)',
    cell: (row) => (
      <Own>
        <Checkbox
          label={t('row.choose', { title: row.title || row.path })}
          hideLabel
          tabIndex={-1}
          checked={commands.isChosen(row)}
          onChange={() => commands.onChoose(row)}
        />
      </Own>
    ),
  },
  {
    id: 'file',
    label: t('column.file'),
    width: 'minmax(0, 1.5fr)',
    cell: ({ path, title }) => (
      <>
        <b className={styles.title}>{title || t('row.untitled')}</b>
        <small className={styles.path}>
          <Location path={placeOf(path, title)} />
        </small>
      </>
    ),
  },
  {
    id: 'kind',
    label: t('column.kind'),
    width: 'minmax(0, 0.6fr)',
    cell: ({ kind, action }) => (action === 'create' || action === 'update' || action === 'same') && <KindCell kind={kind} />,
  },
  {
    id: 'action',
    label: t('column.action'),
    width: 'minmax(0, 1.2fr)',
    cell: (row) => (
      <Own>
        <ActionCell
          row={row}
          open={commands.isMenuOpen(row)}
          onOpenChange={(open) => commands.onMenu(open ? row : null)}
          onDecide={(decision) => commands.onDecide(row, decision)}
        />
      </Own>
    ),
  },
]
