/** Words of fields as markdown that Word, pandoc and GitHub read alike. */

/** Characters that some reader takes for more than themselves inside a line; an underscore within a word means nothing. */
const MEANT = /[\\`*[\]<>~^$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu
const ADDRESS = /^[^\s<>@]+@[^\s<>@]+$|^https?:\/\/[^\s<>]+$/u

/** A text as it is read, on one line. */
export const asText = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(MEANT, '\\$&')

/** A text of several lines; further lines stand under the first. */
export const asLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(asText)
    .filter(Boolean)
    .join('\\\n  ')

/** An e-mail or web address that can be followed. */
export const asAddress = (text: string): string => (ADDRESS.test(text) ? `<${text}>` : asText(text))

/** `- **Label:** value`. */
export const fact = (label: string, value: string): string => `- **${label}:** ${value}\n`

/** A list below its label. */
export const list = (label: string, items: readonly string[]): string =>
  `- **${label}:**\n${items.map((item) => `  - ${item.replaceAll('\n', '\n  ')}\n`).join('')}`

/** A table with its label above it; columns without a value are left out. Empty when there are no rows. */
export function table(label: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = columns.map((_, at) => at).filter((at) => rows.some((row) => row[at]))
  if (used.length === 0) return ''
  const lineOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const head = lineOf(used.map((at) => columns[at] ?? '')) + lineOf(used.map(() => '---'))
  const body = rows.map((row) => lineOf(used.map((at) => cellOf(row[at] ?? ''))))
  return `\n**${label}**\n\n${head}${body.join('')}`
}

/** A bar would end the cell, in a link too. */
const cellOf = (text: string) => text.replaceAll('\n', ' ').replace(/(?<!\\)\|/gu, '\\|')
