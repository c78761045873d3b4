/** Cells copied from a spreadsheet or a page, as a table of markdown. Pure. */
import { tableCells } from '../../../parts/clipboard/table-cells.ts'

const NUMBER = /^[-+]?[\d\s.,]*\d\s*[%€$£₸₽]?$/u

/**
 * The table that tab-separated text makes; null when it is none: fewer than two columns, or lines that tabs only
 * indent. `isTable`: the clipboard says that it is one.
 */
export function tableFromCells(text: string, isTable: boolean): string | null {
  if (!text.includes('\t')) return null
  const rows = tableCells(text)
  const width = Math.max(...rows.map((row) => row.length))
  const even = rows.every((row) => row.length === width)
  const indents = rows.every(([first = '']) => first === '')
  if (width < 2 || indents || (!isTable && (rows.length < 2 || !even))) return null
  const columns = Array.from({ length: width }, (_none, column) => rows.map((row) => row[column] ?? ''))
  const rules = columns.map(([, ...below]) => {
    const filled = below.filter((cell) => cell !== '')
    return filled.length > 0 && filled.every((cell) => NUMBER.test(cell)) ? '---:' : '---'
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const [head = [], ...body] = rows.map((row) => columns.map((_column, at) => (row[at] ?? '').replaceAll('|', '\\|')))
  return [line(head), line(rules), ...body.map(line)].join('\n')
}

/** The table between what stands before and after it in its line: on lines of its own, in the quotation it was pasted into. */
export function tableAmong(table: string, before: string, after: string, isFirstLine: boolean): string {
  const quote = /^[ \t]*(?:>[ \t]?)+/.exec(before)?.[0] ?? ''
  const onOwnLine = before.slice(quote.length).trim() === ''
  const inQuote = (lines: string) => lines.replaceAll('\n', `\n${quote}`)
  const lead = onOwnLine ? (isFirstLine || quote !== '' ? '' : '\n') : '\n\n'
  return inQuote(`${lead}${table}\n`) + (after.trim() === '' ? '' : inQuote('\n'))
}
