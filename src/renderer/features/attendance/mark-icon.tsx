import { ArrowLeftRight, Check, Circle, Video, X } from 'lucide-react'
import type { AttendanceMark } from '../../../shared/contract/attendance.ts'
import styles from './marks.module.css'

/** In the order of the legend. */
export const legend = ['p', 'r', 's', 'n', 'a', 'x', ' '] as const satisfies readonly AttendanceMark[]

/** The words of each are in attendance.json. */
export const markWords = {
  p: 'present',
  r: 'remote',
  s: 'replaced',
  n: 'named',
  a: 'away',
  '-': 'none',
  x: 'notDue',
  ' ': 'noList',
} as const satisfies Record<AttendanceMark, string>

export const markAt = (marks: string, column: number): AttendanceMark => {
  const mark = marks.charAt(column)
  return mark in markWords ? (mark as AttendanceMark) : '-'
}

/** A shape of its own for each mark: colour alone says nothing. */
export function MarkIcon({ mark }: { readonly mark: AttendanceMark }) {
  switch (mark) {
    case 'p':
      return <Check className={styles.there} aria-hidden="true" />
    case 'r':
      return <Video className={styles.there} aria-hidden="true" />
    case 's':
      return <ArrowLeftRight className={styles.there} aria-hidden="true" />
    case 'n':
      return <Circle className={styles.named} aria-hidden="true" />
    case 'a':
      return <X className={styles.away} aria-hidden="true" />
    case '-':
    case 'x':
    case ' ':
      return null
  }
}
