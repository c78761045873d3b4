/** Tables as comma-separated values (RFC 4180) for spreadsheets. Pure. */

/** Excel takes a file for UTF-8 when it begins with the byte order mark. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * What spreadsheets take for a formula and would run. A number with its sign is none. The apostrophe that is put before is
 * what they put themselves before a text.
 */
const FORMULA = /^\s*[=+\-@\t\r|%]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?%?$/

function cellOf(text: string): string {
  const plain = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n;\t]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** The file of these rows, with CRLF behind each. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
