/** The matrix as the page shows and saves it. Pure. */
import type { AttendanceMark, AttendanceMeeting, AttendanceRow } from '../../../shared/contract/attendance.ts'
import { namesInOrder, type ProtocolLanguage } from '../../../shared/meetings/protocol-order.ts'

export type MatrixOrder = 'name' | 'share'

export interface MatrixRow extends AttendanceRow {
  /** As it is shown: of a country in the reader's language. */
  readonly shown: string
}

/** From 0 to 1; null for one that was due nowhere. */
export const shareOf = ({ attended, of }: Pick<AttendanceRow, 'attended' | 'of'>): number | null => (of === 0 ? null : attended / of)

/** Names in the order of protocol; or the greatest share first, of equal ones who was there more often. */
export function inOrder(rows: readonly MatrixRow[], order: MatrixOrder, language: ProtocolLanguage): MatrixRow[] {
  const compare = namesInOrder(language)
  const byName = (a: MatrixRow, b: MatrixRow) => compare(a.shown, b.shown) || (a.key < b.key ? -1 : 1)
  const byShare = (a: MatrixRow, b: MatrixRow) => (shareOf(b) ?? -1) - (shareOf(a) ?? -1) || b.attended - a.attended || byName(a, b)
  return rows.toSorted(order === 'name' ? byName : byShare)
}

export interface TableWords {
  readonly name: string
  readonly attended: string
  readonly of: string
  readonly share: string
  readonly mark: (mark: AttendanceMark) => string
}

export interface Table {
  readonly head: readonly string[]
  readonly cells: readonly (readonly string[])[]
}

/**
 * The lines of a file for spreadsheets: the head is the first, because tools read it there, and what is said of the whole stands
 * in columns of its own, the same in each line.
 */
export const sheetOf = ({ head, cells }: Table, ...ofAll: readonly (readonly [label: string, value: string])[]): string[][] => [
  [...head, ...ofAll.map(([label]) => label)],
  ...cells.map((line) => [...line, ...ofAll.map(([, value]) => value)]),
]

/** Head and cells for a file: dates in ISO form, shares as whole per cent. */
export function tableOf(meetings: readonly AttendanceMeeting[], rows: readonly MatrixRow[], words: TableWords): Table {
  const percent = (row: MatrixRow) => {
    const share = shareOf(row)
    return share === null ? '' : `${Math.round(share * 100)}%`
  }
  return {
    head: [
      words.name,
      words.attended,
      words.of,
      words.share,
      ...meetings.map(({ start, title }) => [start, title].filter(Boolean).join(' ')),
    ],
    cells: rows.map((row) => [
      row.shown,
      String(row.attended),
      String(row.of),
      percent(row),
      ...Array.from(row.marks, (mark) => words.mark(mark as AttendanceMark)),
    ]),
  }
}
