/** A query as it is read, before it is known where its words are looked for and which of too many words count. */
import { searchFields, type QueryNode, type SearchField, type Span } from './query.ts'

export interface WordDraft {
  readonly type: 'word' | 'phrase'
  readonly words: readonly string[]
  /** How many they are when they are folded. */
  readonly size: number
  readonly isOwner: boolean
  readonly span: Span
}
interface GroupDraft {
  readonly type: 'and'
  readonly nodes: readonly Draft[]
  readonly within: ReadonlySet<SearchField>
  readonly without: ReadonlySet<SearchField>
}
export type Draft =
  | WordDraft
  | GroupDraft
  | { readonly type: 'or'; readonly nodes: readonly Draft[] }
  | { readonly type: 'not'; readonly node: Draft; readonly span: Span }
  | { readonly type: 'leaf'; readonly node: QueryNode }

/** Puts the fields in and leaves out the words that are too many; null when nothing is left. */
export function resolve(draft: Draft, fields: readonly SearchField[], kept: ReadonlySet<Draft>): QueryNode | null {
  switch (draft.type) {
    case 'leaf':
      return draft.node
    case 'word':
    case 'phrase': {
      if (!kept.has(draft)) return null
      const own = { fields: draft.isOwner ? (['owners'] as const) : fields, span: draft.span }
      return draft.type === 'phrase' ? { type: 'phrase', words: draft.words, ...own } : { type: 'word', text: draft.words[0] ?? '', ...own }
    }
    case 'not': {
      const node = resolve(draft.node, fields, kept)
      return node && { type: 'not', node, span: draft.span }
    }
    case 'and': {
      const asked = draft.within.size > 0 ? searchFields.filter((field) => draft.within.has(field)) : fields
      const inner = asked.filter((field) => !draft.without.has(field))
      return joined('and', draft.nodes, inner, kept)
    }
    case 'or':
      return joined('or', draft.nodes, fields, kept)
  }
}

function joined(type: 'and' | 'or', drafts: readonly Draft[], fields: readonly SearchField[], kept: ReadonlySet<Draft>): QueryNode | null {
  const nodes = drafts
    .map((draft) => resolve(draft, fields, kept))
    .filter((node) => node !== null)
    .flatMap((node) => (node.type === type ? node.nodes : [node]))
  return nodes.length > 1 ? { type, nodes } : (nodes[0] ?? null)
}

const NOTHING: ReadonlySet<SearchField> = new Set()

/** What stands side by side. */
export function group(drafts: readonly (Draft | null)[]): Draft | null {
  const nodes = drafts.filter((draft) => draft !== null)
  return nodes.length > 1 ? { type: 'and', nodes, within: NOTHING, without: NOTHING } : (nodes[0] ?? null)
}
