/** Definitions of links: `[label]: dest "title"` at the beginning of a paragraph. */
import type { BlockText } from './block-text.ts'
import { afterSpace, readDestination, readLabel, readLinkTitle } from './link-parts.ts'

export interface LinkDefinition {
  /** As labels are compared. */
  readonly label: string
  readonly from: number
  readonly to: number
  readonly source: string
  readonly destination: string
  readonly title: string
}

/** Adds the definitions of a block to `all`, and those that count to `known`; answers where the text behind them begins. */
export function readDefinitions({ text, block, bodyAt }: BlockText, known: Map<string, LinkDefinition>, all: LinkDefinition[]): number {
  let at = 0
  while (!block.table && text.charAt(at) === '[') {
    const label = readLabel(text, at)
    // a footnote is no definition of a link
    if (!label || label.value === '' || label.value.startsWith('^') || text.charAt(label.end) !== ':') break
    const destination = readDestination(text, afterSpace(text, label.end + 1))
    if (!destination || (destination.end === destination.from && destination.source === '')) break
    const titleAt = afterSpace(text, destination.end)
    const title = titleAt > destination.end ? readLinkTitle(text, titleAt) : undefined
    const end = (title && lineEnd(text, title.end)) ?? lineEnd(text, destination.end)
    if (end === undefined) break
    const isTitled = title !== undefined && lineEnd(text, title.end) !== undefined
    const definition = {
      label: label.value,
      from: bodyAt(at),
      to: bodyAt(end),
      source: destination.source,
      destination: destination.value,
      title: isTitled ? title.value : '',
    }
    all.push(definition)
    if (!known.has(definition.label)) known.set(definition.label, definition)
    at = end
    if (text.charAt(at) === '\n') at++
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++
  }
  return at
}

/** The end of the line when only spaces stand before it. */
function lineEnd(text: string, at: number): number | undefined {
  let end = at
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t' || text.charAt(end) === '\r') end++
  return end >= text.length || text.charAt(end) === '\n' ? end : undefined
}
