import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './warning.module.css'

/** Something that is saved as it stands and is probably a slip. */
export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className={styles.warning}>
      <TriangleAlert aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}
