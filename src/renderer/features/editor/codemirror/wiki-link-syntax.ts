/** Wikilinks as part of the editor's markdown grammar, so that code and escapes are respected as for other marks. */
import { tags } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'
import { wikiLinkAt } from '../text/wiki-link-pattern.ts'

const BANG = 33
const BRACKET = 91

export const wikiLinkSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'WikiLink', style: tags.link },
    { name: 'WikiLinkMark', style: tags.processingInstruction },
    { name: 'WikiLinkShown', style: tags.link },
  ],
  parseInline: [
    {
      name: 'WikiLink',
      before: 'Link',
      parse(cx, next, pos) {
        if (next === BANG ? cx.char(pos + 1) !== BRACKET || cx.char(pos + 2) !== BRACKET : next !== BRACKET || cx.char(pos + 1) !== BRACKET)
          return -1
        const link = wikiLinkAt(cx.text, pos - cx.offset)
        if (!link) return -1
        const end = pos + link.length
        return cx.addElement(
          cx.elt('WikiLink', pos, end, [
            cx.elt('WikiLinkMark', pos, pos + link.shownFrom),
            cx.elt('WikiLinkShown', pos + link.shownFrom, pos + link.shownTo),
            cx.elt('WikiLinkMark', pos + link.shownTo, end),
          ]),
        )
      },
    },
  ],
}
