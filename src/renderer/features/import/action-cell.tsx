import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportRow } from '../../../shared/contract/import.ts'
import type { ImportAction } from '../../../shared/model/import-mapping.ts'
import { openRecord } from '../../store/navigation.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { ActionTag } from './action-tag.tsx'
import styles from './plan-table.module.css'
import { decisionsOf, likeToTell } from './row-choices.ts'
import { hostWords } from '../../i18n/host-words.ts'

/** Remarks that stand in a row; the others are counted. */
const SHOWN = 3

interface ActionCellProps {
  readonly row: ImportRow
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onDecide: (decision: ImportAction) => void
}

/** What will happen to a file, why, and what may happen instead. */
export function ActionCell({ row, open, onOpenChange, onDecide }: ActionCellProps) {
  const { t } = useTranslation('import')
  const { action, like, remarks, title, path } = row
  const offered = decisionsOf(row)
  const told = likeToTell(row)
  const words = t(action === 'refused' && offered.length > 0 ? 'action.notTaken' : `action.${action}`)
  const items: MenuItem[] = [
    ...offered.map((decision) => ({
      label: t(`decide.${decision}`),
      checked: decision === action,
      onSelect: () => decision !== action && onDecide(decision),
    })),
    ...(like
      ? [
          ...(offered.length > 0 ? ['separator' as const] : []),
          { label: t('row.show', { title: like.title }), movesFocus: true, onSelect: () => openRecord(like.kind, like.id) },
        ]
      : []),
  ]
  const tag = <ActionTag action={action} words={words} />
  return (
    <>
      {items.length === 0 ? (
        tag
      ) : (
        <Menu
          align="start"
          open={open}
          onOpenChange={onOpenChange}
          trigger={
            <button
              type="button"
              className={styles.action}
              aria-label={t('row.action', { action: words, title: title || path })}
              // the table has the focus and the keys
              tabIndex={-1}
              onFocus={({ currentTarget }) => currentTarget.closest<HTMLElement>('[data-rows]')?.focus({ preventScroll: true })}
            >
              {tag}
              <ChevronDown aria-hidden="true" />
            </button>
          }
          items={items}
        />
      )}
      {told && <small className={styles.remark}>{t(`row.like.${told.by}`, { title: told.title })}</small>}
      {remarks.slice(0, SHOWN).map((remark) => (
        <small key={remark} className={action === 'refused' ? styles.reason : styles.remark}>
          {hostWords(remark)}
        </small>
      ))}
      {remarks.length > SHOWN && <small className={styles.remark}>{t('row.more', { count: remarks.length - SHOWN })}</small>}
    </>
  )
}
