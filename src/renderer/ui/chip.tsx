import { X } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './chip.module.css'

export interface ChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** Makes the name a link to this address. */
  readonly href?: string | undefined
  /** Makes the name a button, or takes the click of the link. */
  readonly onOpen?: ((event: MouseEvent<HTMLElement>) => void) | undefined
  readonly onRemove?: (() => void) | undefined
  /** What the removing button is called, such as "Remove Rex Facer". */
  readonly removeLabel?: string | undefined
  /** It names something that is not there yet. */
  readonly missing?: boolean | undefined
  readonly title?: string | undefined
}

/** The name of another record, or a word that can be taken away. */
export function Chip({ children, icon, href, onOpen, onRemove, removeLabel, missing, title }: ChipProps) {
  const name = (
    <>
      {icon}
      <span className={styles.text}>{children}</span>
    </>
  )
  return (
    <span className={classNames(styles.chip, href === undefined && !onOpen && styles.word, missing && styles.missing)} title={title}>
      {href !== undefined ? (
        <a href={href} onClick={onOpen} className={styles.name}>
          {name}
        </a>
      ) : onOpen ? (
        <button type="button" onClick={onOpen} className={styles.name}>
          {name}
        </button>
      ) : (
        <span className={styles.plain}>{name}</span>
      )}
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          <X />
        </button>
      )}
    </span>
  )
}
