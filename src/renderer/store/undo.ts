/**
 * The commands of this window that can be taken back, newest last. Undoing an undo is redo: `undo.apply` answers with
 * a commit of its own.
 */
import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'

export interface UndoEntry {
  /** The workspace's revision that the command made. */
  readonly revision: number
  /** What was done, in the reader's words, such as "Moved “Estonia” to the trash". */
  readonly label: string
}

interface Stacks {
  readonly undo: readonly UndoEntry[]
  readonly redo: readonly UndoEntry[]
}

type Apply = (commit: Input<'undo.apply'>) => Promise<Output<'undo.apply'>>

const MOST = 200

/** The undo stack over one way of applying; the application has one (see undo-commands.ts). */
export function createUndoStack(apply: Apply) {
  const store = createStore<Stacks>(() => ({ undo: [], redo: [] }))
  let running = false

  async function take(from: 'undo' | 'redo', to: 'undo' | 'redo'): Promise<UndoEntry | null> {
    const entry = store.getState()[from].at(-1)
    if (!entry || running) return null
    running = true
    try {
      const { commit } = await apply({ revision: entry.revision })
      store.setState((stacks) => ({
        ...stacks,
        [from]: stacks[from].filter((other) => other !== entry),
        [to]: [...stacks[to], { revision: commit.revision, label: entry.label }],
      }))
      return entry
    } catch (error) {
      // it never will be undoable again; what lies below it may be
      if (error instanceof AppError && error.code === 'NOT_UNDOABLE')
        store.setState((stacks) => ({ ...stacks, [from]: stacks[from].filter((other) => other !== entry) }))
      throw error
    } finally {
      running = false
    }
  }

  return {
    store,
    /** Remembers a command; what had been undone can no longer be redone. */
    push: (entry: UndoEntry) => store.setState(({ undo }) => ({ undo: [...undo, entry].slice(-MOST), redo: [] })),
    /** Takes the last command back; null when there is none. @throws AppError NOT_UNDOABLE and what a commit may throw */
    undo: () => take('undo', 'redo'),
    redo: () => take('redo', 'undo'),
    clear: () => store.setState({ undo: [], redo: [] }),
  }
}
