import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './splitter.module.css'

export interface SplitterProps {
  readonly label: string
  /** The id of the panel whose width it sets. */
  readonly controls: string
  /** Width of the panel in CSS pixels. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** Where the panel lies: before the line (`start`) or after it (`end`). */
  readonly side: 'start' | 'end'
  /** While it moves. */
  readonly onChange: (value: number) => void
  /** When it rests: the width to remember. */
  readonly onCommit: (value: number) => void
}

const STEP = 16

/** The line between two panels: dragged with the pointer, moved with arrow keys, Home and End. */
export function Splitter({ label, controls, value, min, max, side, onChange, onCommit }: SplitterProps) {
  const start = useRef<{ x: number; value: number } | null>(null)
  const clamp = (width: number) => Math.round(Math.min(max, Math.max(min, width)))
  const sign = side === 'start' ? 1 : -1

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, value }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current) onChange(clamp(start.current.value + sign * (event.clientX - start.current.x)))
  }
  const onPointerUp = () => {
    if (!start.current) return
    start.current = null
    onCommit(value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const moves: Readonly<Record<string, number>> = { ArrowLeft: value - sign * STEP, ArrowRight: value + sign * STEP, Home: min, End: max }
    const next = moves[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onChange(clamp(next))
    onCommit(clamp(next))
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-controls={controls}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  )
}
