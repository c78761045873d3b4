import { placedLinks } from './links.ts'

/** The markdown with the words that a link shows in place of it, for readers who cannot follow it. */
export function linksAsWords(markdown: string): string {
  let result = ''
  let copied = 0
  for (const { from, to, shown, target, heading } of placedLinks(markdown)) {
    result += markdown.slice(copied, from) + (shown || [target, heading].filter(Boolean).join(', '))
    copied = to
  }
  return result + markdown.slice(copied)
}
