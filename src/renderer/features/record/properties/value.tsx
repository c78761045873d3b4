import type { ReactNode } from 'react'
import controls from '../controls/controls.module.css'

/** A value that is only read; a dash where there is none. */
export function Value({ children }: { readonly children: ReactNode }) {
  const empty = children === '' || children === null || children === undefined
  return <span className={empty ? controls.quiet : controls.text}>{empty ? '—' : children}</span>
}
