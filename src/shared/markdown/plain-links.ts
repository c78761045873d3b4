import { placedLinks, type LinkSpan } from './links.ts'

/** What is shown has no mark of markdown in it, and makes none where it stands. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} .,'’()-]*$/u

/** The markdown with words in place of the links that are meant, and how many they were; which heading they led to is gone. */
export function plainLinks(markdown: string, isMeant: (link: LinkSpan) => boolean): { readonly text: string; readonly count: number } {
  let text = ''
  let copied = 0
  let count = 0
  for (const link of placedLinks(markdown)) {
    if (!isMeant(link)) continue
    text += markdown.slice(copied, link.from) + (PLAIN.test(link.shown) ? link.shown : link.target)
    copied = link.to
    count += 1
  }
  return { text: text + markdown.slice(copied), count }
}
