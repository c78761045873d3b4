import { Folder } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Location } from '../../ui/location.tsx'
import styles from './folder-row.module.css'

export interface FolderRowProps {
  /** Left out where the place says it. */
  readonly label?: string | undefined
  /** For reading. */
  readonly location: string
  /** Of the button that chooses another one. */
  readonly action: string
  readonly disabled: boolean
  /** Of the button. */
  readonly autoFocus?: boolean | undefined
  readonly onChoose: () => void
}

/** A folder that was chosen, and the way to choose another. */
export function FolderRow({ label, location, action, disabled, autoFocus, onChoose }: FolderRowProps) {
  return (
    <div>
      {label !== undefined && <p className={styles.label}>{label}</p>}
      <div className={styles.folder}>
        <Folder />
        <span className={styles.location} title={location}>
          <Location path={location} />
        </span>
        <Button
          onClick={onChoose}
          disabled={disabled}
          autoFocus={autoFocus}
          aria-label={label === undefined ? undefined : `${label}: ${action}`}
        >
          {action}
        </Button>
      </div>
    </div>
  )
}
