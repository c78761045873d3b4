/** What a key does in a list or table. By the physical key (`code`), so that every keyboard layout works the same. */

export type ListKey =
  | { readonly type: 'move'; readonly by: 'row' | 'page' | 'end'; readonly direction: -1 | 1; readonly extend: boolean }
  | { readonly type: 'open' | 'edit' | 'menu' | 'trash' | 'toggle' | 'all' | 'escape' | 'filter' }
  | { readonly type: 'type'; readonly text: string }

export interface KeyPress {
  readonly code: string
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const moves: Readonly<Record<string, { by: 'row' | 'page' | 'end'; direction: -1 | 1 }>> = {
  ArrowUp: { by: 'row', direction: -1 },
  ArrowDown: { by: 'row', direction: 1 },
  PageUp: { by: 'page', direction: -1 },
  PageDown: { by: 'page', direction: 1 },
  Home: { by: 'end', direction: -1 },
  End: { by: 'end', direction: 1 },
}
const letters: Readonly<Record<string, { by: 'row'; direction: -1 | 1 }>> = {
  KeyK: { by: 'row', direction: -1 },
  KeyJ: { by: 'row', direction: 1 },
}

/**
 * `undefined` for keys that are not the list's. Letters are typed into the filter; in a list `j` and `k` move.
 */
export function listKey(press: KeyPress, layout: 'list' | 'table'): ListKey | undefined {
  const { code, key, ctrlKey, metaKey, altKey, shiftKey } = press
  // Shift+F10 and the menu key; a Mac has neither, and Alt+↓ opens what a field has to offer
  if (code === 'ContextMenu' || (code === 'F10' && shiftKey) || (code === 'ArrowDown' && altKey)) return { type: 'menu' }
  if (altKey) return undefined
  const command = ctrlKey || metaKey
  const move = moves[code]
  if (move && (!command || move.by === 'end')) return { type: 'move', ...move, extend: shiftKey }
  if (command) {
    if (code === 'KeyA' && !shiftKey) return { type: 'all' }
    if (code === 'Space') return { type: 'toggle' }
    return undefined
  }
  if (code === 'Enter' || code === 'NumpadEnter') return { type: 'open' }
  if (code === 'Delete') return { type: 'trash' }
  if (code === 'F2') return { type: 'edit' }
  if (code === 'Escape') return { type: 'escape' }
  if (code === 'Space') return { type: 'toggle' }
  if (code === 'Slash' && key === '/') return { type: 'filter' }
  const letter = letters[code]
  if (letter && layout === 'list') return { type: 'move', ...letter, extend: shiftKey }
  if ([...key].length === 1) return { type: 'type', text: key }
  return undefined
}

/** The row that a move leads to. */
export function movedIndex(from: number | null, move: Extract<ListKey, { type: 'move' }>, total: number, pageRows: number): number {
  if (move.by === 'end') return move.direction < 0 ? 0 : total - 1
  if (from === null) return move.direction < 0 ? total - 1 : 0
  const step = move.by === 'page' ? Math.max(1, pageRows) : 1
  return Math.min(total - 1, Math.max(0, from + step * move.direction))
}
