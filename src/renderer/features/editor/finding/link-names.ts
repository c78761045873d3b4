/** Which finds stand in the name that a link points to: replaced in silence, the link would lead nowhere. */
import { placedLinks } from '../../../../shared/markdown/links.ts'
import type { Found } from './text-finder.ts'

/** Where an address stands: behind `](`, between angle brackets, or by itself. */
const ADDRESS = /\]\(\s*<?([^\s<>()]+)|((?:https?:\/\/|mailto:)[^\s<>()[\]]+)/g

export interface Parted {
  readonly inText: readonly Found[]
  readonly inLinks: readonly Found[]
}

/**
 * Parts finds, which are in order. One that takes in a bracket or the bar of a link is of the text: who writes these means
 * the link itself. What a link shows instead of the name is text too.
 */
export function partedByLinks(body: string, found: readonly Found[]): Parted {
  const names = namesIn(body)
  const inText: Found[] = []
  const inLinks: Found[] = []
  let at = 0
  for (const find of found) {
    while (at < names.length && (names[at] as Found).to <= find.from) at += 1
    const name = names[at]
    if (name && name.from <= find.from && find.to <= name.to) inLinks.push(find)
    else inText.push(find)
  }
  return { inText, inLinks }
}

function namesIn(body: string): Found[] {
  const names: Found[] = placedLinks(body).map(({ embed, from, to, inner, shown }) => {
    const start = from + (embed ? 3 : 2)
    const bar = shown === '' ? -1 : inner.indexOf('|')
    return { from: start, to: bar < 0 ? to - 2 : start + bar }
  })
  for (const match of body.matchAll(ADDRESS)) {
    const to = match.index + match[0].length
    names.push({ from: to - (match[1] ?? match[2] ?? '').length, to })
  }
  return names.toSorted((one, other) => one.from - other.from)
}
