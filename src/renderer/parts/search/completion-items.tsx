import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './completion-items.module.css'
import type { Completion } from './use-completion.ts'

interface CompletionItemsProps {
  readonly completion: Completion
  /** `row`: side by side in one line; `column`: below each other, in a group that somebody else has named. */
  readonly layout: 'row' | 'column'
}

/** What may stand at the caret. The field keeps the focus and the keys; a pointer can take any of them. */
export function CompletionItems({ completion: { items, active, take }, layout }: CompletionItemsProps) {
  const { t } = useTranslation('common')
  return (
    <div
      {...(layout === 'row' ? { role: 'group', 'aria-label': t('query.completions') } : {})}
      className={layout === 'row' ? styles.row : styles.column}
    >
      {items.map(({ insert, label }, index) => (
        <button
          key={insert}
          type="button"
          tabIndex={-1}
          className={classNames(styles.item, index === active && styles.on)}
          // keeps the focus in the field
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(index)}
        >
          <span className={styles.label}>{label}</span>
          {insert.trim() !== label && <span className={styles.insert}>{insert.trim()}</span>}
          {index === active && <Kbd>Tab</Kbd>}
        </button>
      ))}
    </div>
  )
}

/** Says to a screen reader what Tab would take. */
export function CompletionSpoken({ completion: { items, active } }: { readonly completion: Completion }) {
  const { t } = useTranslation('common')
  const item = items[active]
  return (
    <span aria-live="polite" className="visually-hidden">
      {item ? t('query.tabTakes', { label: item.label, count: items.length }) : ''}
    </span>
  )
}
