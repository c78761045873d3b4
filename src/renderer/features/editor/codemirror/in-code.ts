import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

/** True where markdown is not read: in code and in a block of HTML. */
export function inCode(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, -1); ;) {
    if (/Code|HTMLBlock/.test(node.name)) return true
    if (!node.parent) return false
    node = node.parent
  }
}
