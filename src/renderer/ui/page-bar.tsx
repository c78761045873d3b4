import type { ReactNode } from 'react'
import styles from './page-bar.module.css'

/** The bar over a page: its name, and what can be done with all of it. */
export function PageBar({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </header>
  )
}
