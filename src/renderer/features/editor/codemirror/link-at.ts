/** Which link stands at a place in the text. */
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { wikiLinkAt } from '../text/wiki-link-pattern.ts'

export type LinkAt =
  | { readonly kind: 'record'; readonly name: string; readonly heading: string; readonly embed: boolean }
  | { readonly kind: 'address'; readonly address: string }

/** Addresses that may be opened outside; a bare one of the World Wide Web is taken as https. */
export function addressOf(written: string): string | null {
  const address = written.trim().replace(/^<|>$/g, '')
  if (/^(https:\/\/|mailto:)/i.test(address)) return address
  if (/^www\./i.test(address)) return `https://${address}`
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`
  return null
}

export function linkAt(state: EditorState, at: number): LinkAt | null {
  for (const side of [1, -1] as const) {
    for (let node = syntaxTree(state).resolveInner(at, side); ; node = node.parent ?? node) {
      if (node.name === 'WikiLink') {
        const link = wikiLinkAt(state.doc.sliceString(node.from, node.to), 0)
        return link ? { kind: 'record', name: link.target, heading: link.heading, embed: link.embed } : null
      }
      const url = node.name === 'URL' ? node : node.name === 'Link' || node.name === 'Autolink' ? node.getChild('URL') : null
      if (url) {
        const address = addressOf(state.doc.sliceString(url.from, url.to))
        return address === null ? null : { kind: 'address', address }
      }
      if (!node.parent) break
    }
  }
  return null
}
