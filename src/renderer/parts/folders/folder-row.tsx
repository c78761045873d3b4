import { Folder } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import styles from './folder-row.module.css'

export interface FolderRowProps {
  readonly label: string
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
      <p className={styles.label}>{label}</p>
      <div className={styles.folder}>
        <Folder />
        <span className={styles.location}>{location}</span>
        <Button onClick={onChoose} disabled={disabled} autoFocus={autoFocus} aria-label={`${label}: ${action}`}>
          {action}
        </Button>
      </div>
    </div>
  )
}
