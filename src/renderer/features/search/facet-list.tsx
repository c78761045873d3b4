import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Flag } from '../../ui/flag.tsx'
import { facetValues, toggled, type FacetValue } from './facet-values.ts'
import styles from './facets.module.css'

interface FacetListProps {
  readonly label: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  readonly nameOf: (value: string) => string
  /** For countries: ISO 3166-1 alpha-2. */
  readonly flagOf?: ((value: string) => string) | undefined
  readonly onChange: (chosen: readonly string[]) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** One list of boxes with counts. Tab comes to it once; the arrow keys go through it. */
export function FacetList({ label, values, chosen, nameOf, flagOf, onChange }: FacetListProps) {
  const { t } = useTranslation('search')
  const headingId = useId()
  const list = useRef<HTMLUListElement>(null)
  const [all, setAll] = useState(false)
  const [at, setAt] = useState('')
  const shown = facetValues(values, chosen, all)
  if (shown.length === 0) return null
  const stop = shown.some(({ value }) => value === at) ? at : shown[0]?.value
  const more = values.length > facetValues(values, chosen, false).length || all

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    const now = boxes.findIndex((box) => box === document.activeElement)
    if (now < 0) return
    event.preventDefault()
    boxes[now + step]?.focus()
  }
  return (
    <section aria-labelledby={headingId} className={styles.facet}>
      <h2 id={headingId} className={styles.name}>
        {label}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the boxes have the focus; the keys go from one to the next */}
      <ul ref={list} onKeyDown={onKeyDown}>
        {shown.map(({ value, count }) => (
          <li key={value} className={styles.value} title={nameOf(value)}>
            <Checkbox
              className={styles.box}
              label={nameOf(value)}
              checked={chosen.includes(value)}
              tabIndex={value === stop ? 0 : -1}
              onFocus={() => setAt(value)}
              onChange={() => onChange(toggled(chosen, value))}
            />
            {flagOf && <Flag alpha2={flagOf(value)} />}
            <span className={styles.count}>{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('facet.fewer') : t('facet.more', { number: formatNumber(values.length - shown.length) })}
          <span className="visually-hidden"> ({label})</span>
        </button>
      )}
    </section>
  )
}
