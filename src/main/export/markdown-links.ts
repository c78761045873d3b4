/** A wikilink as a markdown link to a file, and back. */
import type { InlineLink } from '../../shared/markdown/inline-links.ts'
import { unescaped } from '../../shared/markdown/link-parts.ts'
import type { PlacedLink } from '../../shared/markdown/links.ts'

/** Width, or width and height, behind the bar of a picture, as Obsidian has it in both kinds of links. */
const SIZE = /^\d{1,5}(?:x\d{1,5})?$/

/** Which words a link without words of its own shows. */
const plainWords = (target: string, heading: string) => [target, heading].filter(Boolean).join(' › ')

/** The text between the brackets of the markdown link that stands for a wikilink. */
export function textOf({ target, heading, shown, embed, table }: PlacedLink): string {
  const written = table ? shown.replaceAll('\\|', '|') : shown
  const words = plainWords(target, heading)
  const text = written === '' ? words : embed && SIZE.test(written) ? `${words}|${written}` : written
  return escaped(text, table)
}

/** What a wikilink to a heading names; spaces for what it cannot hold, as Obsidian writes it. */
export function targetOf(title: string, heading: string): string {
  const words = heading
    .split(/[[\]|]/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
  return words === '' ? title : `${title}#${words}`
}

/** What stands between the brackets of the wikilink to `title` that a markdown link is read as. */
export function innerOf(title: string, heading: string, { text, image, table }: Pick<InlineLink, 'text' | 'image' | 'table'>): string {
  const words = plainWords(title, heading)
  const written = unescaped(text).replace(/(?<!\s)\s*\n\s*/gu, ' ')
  const size = image && written.startsWith(`${words}|`) ? written.slice(words.length + 1) : ''
  const shown = SIZE.test(size) ? size : written === words ? '' : written
  const target = targetOf(title, heading)
  if (shown === '') return target
  return table ? `${target}\\|${shown.replaceAll('|', '\\|')}` : `${target}|${shown}`
}

/**
 * Text as it stands in the brackets of a link, each character for itself: no markup of CommonMark, GitHub or Obsidian.
 * A backtick as a character reference, because one behind a backslash can still end code.
 */
const escaped = (text: string, table: boolean): string =>
  text
    .replace(
      /[\\[\]*<$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|=(?==)|(?<==)=|%(?=%)|(?<=%)%|&(?=#?\w+;)|(?<!\S)#(?=\S)/gu,
      '\\$&',
    )
    .replaceAll('`', '&#96;')
    .replaceAll('|', table ? '\\|' : '|')
