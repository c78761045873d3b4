import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportRow } from '../../../shared/contract/import.ts'
import { PlainTable, type PlainColumn } from '../../parts/rows/plain-table.tsx'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { openRecord } from '../../store/navigation.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Location } from '../../ui/location.tsx'
import { KindCell } from './kind-cell.tsx'
import { planRows } from './plan-rows.ts'
import styles from './plan-table.module.css'

/** Each record, what it is, and the file it came from. */
const importedColumns = (t: TFunction<'import'>): readonly PlainColumn<ImportRow>[] => [
  {
    id: 'record',
    label: t('column.record'),
    width: 'minmax(0, 1.4fr)',
    cell: ({ title, like }) => <b className={styles.title}>{like?.title ?? title}</b>,
  },
  { id: 'kind', label: t('column.recordKind'), width: 'minmax(0, 0.5fr)', cell: ({ kind }) => <KindCell kind={kind} /> },
  {
    id: 'file',
    label: t('column.file'),
    width: 'minmax(0, 1.4fr)',
    cell: ({ path }) => (
      <span className={styles.path}>
        <Location path={path} />
      </span>
    ),
  },
]

const targetOf = ({ path }: ImportRow) => ({ id: path, rev: 0 })

/** The records that came in, to be opened. */
export function ImportedTable({ plan, only }: { readonly plan: string; readonly only: 'create' | 'update' }) {
  const { t } = useTranslation('import')
  const state = usePagedRows(planRows(plan, { only, text: '' }))
  return (
    <PlainTable
      label={t(`done.view.${only}`)}
      state={state}
      targetOf={targetOf}
      onOpen={({ like }) => like && openRecord(like.kind, like.id)}
      columns={importedColumns(t)}
      empty={<EmptyState title={t('done.noneOf')} />}
    />
  )
}
