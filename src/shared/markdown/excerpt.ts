import { plainText } from './plain.ts'

/** The beginning of a body as plain text of at most `max` characters, cut at a word with `…`; headings and rules left out. */
export function excerpt(body: string, max: number): string {
  // markup takes room, and a body may be long: so much of it yields `max` characters of text
  const source = body.slice(0, max * 6 + 1_000).replace(/^[ \t]{0,3}#{1,6}[ \t].*$/gmu, '')
  const { text } = plainText(source)
  if (text.length <= max) return text
  const space = text.lastIndexOf(' ', max - 1)
  const end = space > max / 2 ? space : max - 1
  const code = text.charCodeAt(end)
  return `${text.slice(0, code >= 0xdc00 && code <= 0xdfff ? end - 1 : end).trimEnd()}…`
}
