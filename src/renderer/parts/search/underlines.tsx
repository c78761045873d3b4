import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { SearchProblem } from '../../../shared/contract/search.ts'
import { markedParts } from '../../ui/marked-parts.ts'
import styles from './underlines.module.css'

interface UnderlinesProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly problems: readonly SearchProblem[]
}

/** Lies over a field of the same font and padding and underlines the parts of its text that could not be taken. */
export function Underlines({ input, text, problems }: UnderlinesProps) {
  const mirror = useRef<HTMLDivElement>(null)
  const any = problems.length > 0
  useLayoutEffect(() => {
    if (mirror.current) mirror.current.scrollLeft = input.current?.scrollLeft ?? 0
  })
  useLayoutEffect(() => {
    const field = input.current
    if (!any || !field) return
    const follow = () => {
      if (mirror.current) mirror.current.scrollLeft = field.scrollLeft
    }
    field.addEventListener('scroll', follow)
    document.addEventListener('selectionchange', follow)
    return () => {
      field.removeEventListener('scroll', follow)
      document.removeEventListener('selectionchange', follow)
    }
  }, [any, input])
  if (!any) return null
  const ranges = problems.map(({ span }) => span).toSorted(([a], [b]) => a - b)
  return (
    <div ref={mirror} className={styles.mirror} aria-hidden="true">
      {markedParts(text, ranges).map(({ from, part, marked }) => (
        <span key={from} className={marked ? styles.problem : undefined}>
          {part}
        </span>
      ))}
    </div>
  )
}
