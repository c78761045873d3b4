/** Words: emphasis, code, links. */
import { Decoration } from '@codemirror/view'
import { attachmentNamed, looksLikeFile } from '../../../../shared/model/attachment-name.ts'
import type { SyntaxNodeRef } from './syntax-node.ts'
import { wikiLinkAt } from '../text/wiki-link-pattern.ts'
import { editorHost } from './editor-host.ts'
import type { Responsible } from './format-blocks.ts'
import type { FormatBuilder } from './format-builder.ts'
import { EmbedWidget, MissingFileWidget } from './embed-widget.ts'
import { knownAttachments } from './known-attachments.ts'
import { knownLinks, targetOf } from './known-links.ts'
import { addressOf } from './link-at.ts'
import css from './live-format.module.css'

const named = (name: string) => Decoration.mark({ class: css[name] ?? '' })
const INLINE: Readonly<Record<string, Decoration>> = {
  Emphasis: named('emphasis'),
  StrongEmphasis: named('strong'),
  Strikethrough: named('strikethrough'),
  InlineCode: named('code'),
}

/** A record's name among the words, or as a chip where it says who is responsible. */
export function formatWikiLink(builder: FormatBuilder, node: SyntaxNodeRef, responsible: Responsible): void {
  const link = wikiLinkAt(builder.text(node.from, node.to), 0)
  if (!link) return
  const attachment = link.embed ? attachmentNamed(builder.state.field(knownAttachments), link.target) : undefined
  const isMissing = link.embed && !attachment && looksLikeFile(link.target) && !targetOf(builder.state.field(knownLinks), link.target)
  if (isMissing) builder.names.add(link.target)
  if (attachment || isMissing) {
    const widget = attachment ? new EmbedWidget(attachment) : new MissingFileWidget(link.target)
    if (builder.isTouched(node.from, node.to)) {
      builder.dim(node.from, node.to)
      builder.after(node.to, widget)
    } else builder.replace(node.from, node.to, widget, { writable: true })
    return
  }
  const from = node.from + link.shownFrom
  const to = node.from + link.shownTo
  const isChip = responsible.get(builder.lineAt(node.from).from)?.has(link.target) ?? false
  if (!isChip || builder.isEntered(node.from, node.to)) {
    builder.conceal(node.from, from)
    builder.conceal(to, node.to)
  } else {
    builder.hide(node.from, from)
    builder.hide(to, node.to)
  }
  if (link.target !== '') builder.names.add(link.target)
  const target = link.target === '' ? undefined : targetOf(builder.state.field(knownLinks), link.target)
  const host = builder.state.facet(editorHost)()
  const classes = [css[isChip ? 'chip' : 'link'], target === null && css['unresolved']].filter(Boolean).join(' ')
  builder.mark(from, to, Decoration.mark({ class: classes, ...(target === null && { attributes: { title: host.words.unresolved } }) }))
}

/** `[text](address)`: its text; a reference link stays as it is written. */
export function formatLink(builder: FormatBuilder, node: SyntaxNodeRef): void {
  const url = node.node.getChild('URL')
  const marks = node.node.getChildren('LinkMark')
  const opening = marks[0]
  const closing = marks[1]
  if (!url || !opening || !closing) return
  builder.conceal(opening.from, opening.to)
  builder.conceal(closing.from, node.to)
  const address = builder.text(url.from, url.to)
  builder.mark(opening.to, closing.from, addressMark(address))
}

const addressMark = (written: string) =>
  addressOf(written) === null ? named('address') : Decoration.mark({ class: css['link'] ?? '', attributes: { title: written } })

/** Answers false when the node's children need no visit. */
export function formatInline(builder: FormatBuilder, node: SyntaxNodeRef, responsible: Responsible): boolean {
  const style = INLINE[node.name]
  if (style) {
    builder.mark(node.from, node.to, style)
    return true
  }
  switch (node.name) {
    case 'EmphasisMark':
    case 'StrikethroughMark':
      builder.conceal(node.from, node.to)
      return false
    case 'CodeMark':
      if (node.node.parent?.name === 'InlineCode') builder.conceal(node.from, node.to)
      else builder.dim(node.from, node.to)
      return false
    case 'WikiLink':
      formatWikiLink(builder, node, responsible)
      return false
    case 'Link':
      formatLink(builder, node)
      return true
    case 'URL': {
      const parent = node.node.parent?.name
      if (parent === 'Link' || parent === 'Image' || parent === 'LinkReference') return false
      builder.mark(node.from, node.to, addressMark(builder.text(node.from, node.to)))
      return false
    }
    case 'Escape':
      builder.conceal(node.from, node.from + 1)
      return false
    case 'LinkMark':
      if (node.node.parent?.name === 'Autolink') builder.conceal(node.from, node.to)
      return false
    case 'Image':
    case 'LinkReference':
    case 'HTMLTag':
    case 'HTMLBlock':
    case 'Comment':
    case 'CommentBlock':
    case 'TableDelimiter':
    case 'CodeInfo':
      builder.dim(node.from, node.to)
      return false
    default:
      return true
  }
}
