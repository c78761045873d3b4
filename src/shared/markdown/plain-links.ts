import { placedLinks, type LinkSpan } from './links.ts'

/** What is shown has no mark of markdown in it, and makes none where it stands. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} .,'’()-]*$/u

/** The markdown with words in place of the links that are meant, and how many they were; which heading they led to is gone, also where the words only look like a link. */
export function plainLinks(
  markdown: string,
  isMeant: (link: Pick<LinkSpan, 'target' | 'embed'>) => boolean,
): { readonly text: string; readonly count: number } {
  let text = ''
  let copied = 0
  let count = 0
  for (const link of placedLinks(markdown)) {
    if (!isMeant(link)) continue
    text += markdown.slice(copied, link.from) + (PLAIN.test(link.shown) ? link.shown : link.target)
    copied = link.to
    count += 1
  }
  const { text: inWords, count: more } = withoutHeadings(text + markdown.slice(copied), isMeant)
  return { text: inWords, count: count + more }
}

/** What looks like a link to a heading and is none: in code, behind a backslash, never closed. */
const HEADED = /(!?)\[\[([^[\]|#\n]{1,400})#[^[\]\n]*\]{0,2}/gu

function withoutHeadings(
  text: string,
  isMeant: (link: Pick<LinkSpan, 'target' | 'embed'>) => boolean,
): { readonly text: string; readonly count: number } {
  let count = 0
  const told = text.replace(HEADED, (written, mark: string, name: string) => {
    const target = name.trim()
    if (!isMeant({ target, embed: mark !== '' })) return written
    count += 1
    return target
  })
  return { text: told, count }
}
