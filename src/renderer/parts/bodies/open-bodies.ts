/**
 * The bodies that are open in this window, for parts beside them that point into the text: the inspector, lists of
 * actions. Small on purpose: the first load may carry it, the editor stays out.
 */
import { useSyncExternalStore } from 'react'
import type { SeenAction } from '../../../shared/markdown/as-seen.ts'

export interface OpenBody {
  readonly readOnly: boolean
  /** Brings a line (from 0) into sight, and the caret there when the text can be written. */
  revealLine(line: number): void
  /** Ticks or unticks the task that stands as it was seen, wherever its line is now. */
  toggleTask(seen: SeenAction): void
  /** Closes the list that floats over the text, if one does: for owners that take Escape before the text hears of it. */
  readonly closeList?: (() => void) | undefined
  /** Shows a file of the record where the caret is; left out while nothing can be written there. */
  readonly insertEmbed?: ((name: string) => void) | undefined
}

const bodies = new Map<string, OpenBody>()
const listeners = new Set<() => void>()
let awaited: { readonly id: string; readonly line: number } | null = null

const tell = () => {
  for (const listener of listeners) listener()
}

/** Announces the body of a record; the answer takes it back. A line that somebody waits for is revealed. */
export function announceBody(id: string, body: OpenBody): () => void {
  bodies.set(id, body)
  tell()
  if (awaited?.id === id) {
    const { line } = awaited
    awaited = null
    body.revealLine(line)
  }
  return () => {
    if (bodies.get(id) !== body) return
    bodies.delete(id)
    tell()
  }
}

/** Closes the list that floats over a text. */
export const closeListOf = (id: string): void => bodies.get(id)?.closeList?.()

/** Shows a line (from 0) of a record's body: now, or as soon as the body is open. Going there is the caller's. */
export function revealLine(id: string, line: number): void {
  const body = bodies.get(id)
  if (body) body.revealLine(line)
  else awaited = { id, line }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The open body of a record; undefined while there is none. */
export const useOpenBody = (id: string): OpenBody | undefined => useSyncExternalStore(subscribe, () => bodies.get(id))
