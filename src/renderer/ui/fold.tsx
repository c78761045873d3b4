import { ChevronRight } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import styles from './fold.module.css'

export interface FoldProps {
  readonly label: string
  /** What is in it, while it is folded. */
  readonly summary?: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

/** A part that unfolds, and says in a line what it holds while it is folded. */
export function Fold({ label, summary, open, onOpenChange, children }: FoldProps) {
  const id = useId()
  return (
    <div>
      <button type="button" className={styles.fold} aria-expanded={open} aria-controls={id} onClick={() => onOpenChange(!open)}>
        <ChevronRight className={open ? styles.open : undefined} />
        <span>{label}</span>
        {!open && summary && <small className={styles.summary}>{summary}</small>}
      </button>
      <div id={id} hidden={!open} className={styles.content}>
        {open && children}
      </div>
    </div>
  )
}
