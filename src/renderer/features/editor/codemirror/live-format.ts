/**
 * Formats markdown where it is written. Only what is on the screen is looked at, so that a key press costs the same in
 * a text of 500 KB as in a short one.
 */
import { syntaxTree } from '@codemirror/language'
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import type { SyntaxNodeRef } from './syntax-node.ts'
import { formatListItem, formatQuote, formatQuoteMark, markLines, type Responsible, type Span } from './format-blocks.ts'
import { FormatBuilder } from './format-builder.ts'
import { formatInline } from './format-inline.ts'
import { knownAttachments } from './known-attachments.ts'
import { knownLinks } from './known-links.ts'

const HEADINGS: Readonly<Record<string, string>> = {
  ATXHeading1: 'heading1',
  ATXHeading2: 'heading2',
  ATXHeading3: 'heading3',
  ATXHeading4: 'heading4',
  ATXHeading5: 'heading4',
  ATXHeading6: 'heading4',
  SetextHeading1: 'heading1',
  SetextHeading2: 'heading2',
}

const BLOCKS: Readonly<Record<string, string>> = { FencedCode: 'codeBlock', CodeBlock: 'codeBlock', Table: 'table' }

function formatHeaderMark(builder: FormatBuilder, node: SyntaxNodeRef): void {
  const line = builder.lineAt(node.from)
  const opening = builder.text(line.from, node.from).trim() === ''
  if (node.node.parent?.name.startsWith('Setext') || line.to === node.to) return builder.dim(node.from, node.to)
  const spaces = opening ? (/^[ \t]*/.exec(builder.text(node.to, line.to))?.[0].length ?? 0) : 0
  builder.conceal(node.from, node.to + spaces)
}

function formatNode(builder: FormatBuilder, node: SyntaxNodeRef, seen: Span, responsible: Responsible): boolean {
  const heading = HEADINGS[node.name]
  if (heading !== undefined) {
    markLines(builder, node, seen, heading)
    return true
  }
  const block = BLOCKS[node.name]
  if (block !== undefined) {
    markLines(builder, node, seen, block)
    return true
  }
  switch (node.name) {
    case 'HeaderMark':
      formatHeaderMark(builder, node)
      return false
    case 'HorizontalRule':
      builder.line(builder.lineAt(node.from).from, 'rule')
      builder.conceal(node.from, node.to)
      return false
    case 'Blockquote':
      formatQuote(builder, node, seen)
      return true
    case 'QuoteMark':
      formatQuoteMark(builder, node)
      return false
    case 'ListItem':
      formatListItem(builder, node, seen, responsible)
      return true
    default:
      return formatInline(builder, node, responsible)
  }
}

function format(view: EditorView) {
  const builder = new FormatBuilder(view)
  const responsible: Responsible = new Map()
  const tree = syntaxTree(view.state)
  for (const seen of view.visibleRanges) {
    tree.iterate({ from: seen.from, to: seen.to, enter: (node) => formatNode(builder, node, seen, responsible) })
  }
  return { ...builder.finish(), names: builder.names }
}

class LiveFormat {
  decorations: DecorationSet
  atoms: DecorationSet
  names: ReadonlySet<string>

  constructor(view: EditorView) {
    ;({ decorations: this.decorations, atoms: this.atoms, names: this.names } = format(view))
  }

  update(update: ViewUpdate) {
    const { startState, state } = update
    if (
      update.docChanged ||
      update.viewportChanged ||
      update.selectionSet ||
      update.focusChanged ||
      syntaxTree(startState) !== syntaxTree(state) ||
      startState.readOnly !== state.readOnly ||
      startState.field(knownLinks) !== state.field(knownLinks) ||
      startState.field(knownAttachments) !== state.field(knownAttachments)
    ) {
      ;({ decorations: this.decorations, atoms: this.atoms, names: this.names } = format(update.view))
    }
  }
}

export const liveFormat = ViewPlugin.fromClass(LiveFormat, {
  decorations: (plugin) => plugin.decorations,
  provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.atoms ?? Decoration.none),
})
