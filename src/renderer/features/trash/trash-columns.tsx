import type { TFunction } from 'i18next'
import type { ListRow } from '../../../shared/contract/lists.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { formatInstant } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import type { PlainColumn } from '../../parts/rows/plain-table.tsx'
import styles from './trash-page.module.css'

interface RowCommands {
  readonly restore: (row: ListRow) => void
  readonly erase: (row: ListRow) => void
}

/** What was deleted, when and by whom; `commands` null when nothing can be changed. */
export const trashColumns = (t: TFunction<'trash'>, commands: RowCommands | null): readonly PlainColumn<ListRow>[] => [
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
    width: 'minmax(calc(1.3 * var(--label)), 0.8fr)',
    cell: ({ head }) => <span className={styles.figure}>{formatInstant(head.trashedAt)}</span>,
  },
  {
    id: 'by',
    label: t('column.by'),
    width: 'minmax(0, 0.8fr)',
    cell: ({ head }) => (
      <span className={styles.by} title={head.updatedBy}>
        {head.updatedBy}
      </span>
    ),
  },
  {
    id: 'commands',
    label: t('column.commands'),
    hideLabel: true,
    width: 'calc(1.5 * var(--label))',
    cell: (row) =>
      !commands ? null : (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons inside have the keys; a click beside them must not open the row
        <span className={styles.commands} onClick={(event) => event.stopPropagation()}>
          <Button aria-label={t('restoreOne', { title: row.head.title })} onClick={() => commands.restore(row)}>
            {t('restore')}
          </Button>
          <Button variant="quiet" tone="bad" aria-label={t('eraseOne', { title: row.head.title })} onClick={() => commands.erase(row)}>
            {t('eraseShort')}
          </Button>
        </span>
      ),
  },
]
