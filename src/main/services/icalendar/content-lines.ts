/** Content lines of iCalendar (RFC 5545, 3.1): escaped, folded by octets, ended by CRLF. Pure. */
const MAX_OCTETS = 75

const octetsOf = (char: string) => {
  const point = char.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
}

/** A line of at most 75 octets in UTF-8, and its continuations that begin with a space. No character is cut. */
export function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const char of line) {
    const size = octetsOf(char)
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += char
    octets += size
  }
  return folded
}

/** The file of these lines. */
export const contentOf = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('')

// oxlint-disable-next-line no-control-regex -- all control characters but the tab, which RFC 5545 leaves out of texts
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A value of type TEXT. */
export const textValue = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** The value of a parameter, in quotes: a quotation mark in it becomes an apostrophe, because no program reads RFC 6868. */
export const parameterValue = (text: string): string => `"${text.replace(/\s+/g, ' ').replace(CONTROL, '').replace(/"/g, "'")}"`

const pad = (part: number, length = 2) => String(part).padStart(length, '0')

/** `20230517`. */
export const dateValue = (day: string): string => day.replaceAll('-', '')

/** `20230517T093000` of a time held as if it were UTC; `Z` is added for what is. */
export function dateTimeValue(milliseconds: number, isUtc = false): string {
  const time = new Date(milliseconds)
  const date = `${pad(time.getUTCFullYear(), 4)}${pad(time.getUTCMonth() + 1)}${pad(time.getUTCDate())}`
  return `${date}T${pad(time.getUTCHours())}${pad(time.getUTCMinutes())}${pad(time.getUTCSeconds())}${isUtc ? 'Z' : ''}`
}

/** `+0600`, `-0330`, `+001730`. */
export function offsetValue(milliseconds: number): string {
  const seconds = Math.abs(Math.round(milliseconds / 1_000))
  const rest = seconds % 60
  const sign = milliseconds < 0 ? '-' : '+'
  return `${sign}${pad(Math.floor(seconds / 3_600))}${pad(Math.floor(seconds / 60) % 60)}${rest > 0 ? pad(rest) : ''}`
}
