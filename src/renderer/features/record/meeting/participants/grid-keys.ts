/** What a key does in the table of participants. By the physical key (`code`), so that every keyboard layout works the same. */
import type { Participant } from '../../../../../shared/model/meeting.ts'
import type { KeyPress } from '../../../../parts/rows/list-keys.ts'

export type GridKey =
  | { readonly type: 'row'; readonly by: 'row' | 'page' | 'end'; readonly direction: -1 | 1; readonly extend: boolean }
  | { readonly type: 'column'; readonly by: 'cell' | 'end'; readonly direction: -1 | 1 }
  /** To the next cell, from the last one of a row to the first one of the next. */
  | { readonly type: 'cell'; readonly direction: -1 | 1 }
  /** The row changes its place. */
  | { readonly type: 'place'; readonly direction: -1 | 1 }
  | { readonly type: 'presence'; readonly presence: Participant['presence'] }
  | { readonly type: 'edit' | 'write' | 'open' | 'add' | 'remove' | 'choose' | 'all' | 'undo' | 'redo' }

/** One key for each presence; `letter` is what stands on it on a Latin keyboard. */
export const presenceKeys: readonly { readonly presence: Participant['presence']; readonly letter: string }[] = [
  { presence: 'present', letter: 'P' },
  { presence: 'remote', letter: 'R' },
  { presence: 'apologies', letter: 'A' },
  { presence: 'absent', letter: 'X' },
  { presence: 'replaced', letter: 'S' },
  { presence: '', letter: 'U' },
]
/** Adds a row, where the keyboard has no Insert. */
export const ADD_LETTER = 'N'

const vertical: Readonly<Record<string, { by: 'row' | 'page'; direction: -1 | 1 }>> = {
  ArrowUp: { by: 'row', direction: -1 },
  ArrowDown: { by: 'row', direction: 1 },
  PageUp: { by: 'page', direction: -1 },
  PageDown: { by: 'page', direction: 1 },
}
const ends: Readonly<Record<string, -1 | 1>> = { Home: -1, End: 1 }
const sideways: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 }

/** `writes`: letters go into the cell. `undefined` for keys that are not the table's. */
export function gridKey({ code, key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress, writes: boolean): GridKey | undefined {
  const command = ctrlKey || metaKey
  const up = vertical[code]
  if (altKey) return up?.by === 'row' && !command ? { type: 'place', direction: up.direction } : undefined
  const end = ends[code]
  if (end) return command ? { type: 'row', by: 'end', direction: end, extend: shiftKey } : { type: 'column', by: 'end', direction: end }
  if (command) {
    if (code === 'Enter' || code === 'NumpadEnter') return { type: 'open' }
    if (code === 'KeyA' && !shiftKey) return { type: 'all' }
    if (code === 'KeyZ') return { type: shiftKey ? 'redo' : 'undo' }
    if (code === 'KeyY') return { type: 'redo' }
    return code === 'Space' ? { type: 'choose' } : undefined
  }
  if (up) return { type: 'row', ...up, extend: shiftKey }
  const side = sideways[code]
  if (side) return { type: 'column', by: 'cell', direction: side }
  if (code === 'Tab') return { type: 'cell', direction: shiftKey ? -1 : 1 }
  if (code === 'Enter' || code === 'NumpadEnter' || code === 'F2') return { type: 'edit' }
  if (code === 'Insert') return { type: 'add' }
  if (code === 'Delete' || code === 'Backspace') return { type: 'remove' }
  if (code === 'Space') return { type: 'choose' }
  if (writes) return key.length === 1 ? { type: 'write' } : undefined
  if (code === `Key${ADD_LETTER}`) return { type: 'add' }
  const mark = presenceKeys.find(({ letter }) => code === `Key${letter}`)
  return mark && { type: 'presence', presence: mark.presence }
}
