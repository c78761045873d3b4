import { Children, type ReactNode } from 'react'
import { formatNumber } from '../../i18n/dates.ts'
import { SectionTitle } from '../../ui/section-title.tsx'
import css from './inspector.module.css'

export interface SectionProps {
  readonly title: string
  readonly count?: number | undefined
  /** Said when there is nothing below; undefined: the whole section is left out then. */
  readonly empty?: string | undefined
  readonly children: ReactNode
}

/** A titled list of rows. */
export function Section({ title, count, empty, children }: SectionProps) {
  const rows = Children.toArray(children)
  if (rows.length === 0 && empty === undefined) return null
  return (
    <section>
      <SectionTitle count={count === undefined || count === 0 ? undefined : formatNumber(count)}>{title}</SectionTitle>
      {rows.length === 0 ? <p className={css['empty']}>{empty}</p> : <ul className={css['rows']}>{rows}</ul>}
    </section>
  )
}
