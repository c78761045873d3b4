/**
 * The commands of this window that can be taken back, newest last. Undoing an undo is redo: `undo.apply` answers with
 * a commit of its own, and a change of settings with an entry that makes it again.
 */
import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'

export type UndoEntry = CommitEntry | SettingEntry

/** A command that changed records. */
export interface CommitEntry {
  /** The workspace's revision that the command made. */
  readonly revision: number
  /** What was done, in the reader's words, such as "Moved “Estonia” to the trash". */
  readonly label: string
  /** A second commit of the same command, made after the first: a rename that also corrected the family name. */
  readonly followUp?: number | undefined
  /** Of a command that reaches far: addresses that begin so show what it changed. */
  readonly place?: string | undefined
  /** By which a page finds its command again, also after it was taken back and done again. */
  readonly key?: string | undefined
}

/** A command that changed a setting of the workspace, such as a search that is kept: it is no commit. */
export interface SettingEntry {
  readonly label: string
  /** Takes it back. Answers what does it again. */
  readonly back: () => Promise<SettingEntry>
}

/** What would be taken back is not in sight: whoever pressed the key may not mean it. */
export class OutOfSight extends Error {
  constructor(
    readonly entry: UndoEntry,
    readonly place: string,
    readonly from: 'undo' | 'redo',
  ) {
    super(entry.label)
  }
}

interface Stacks {
  readonly undo: readonly UndoEntry[]
  readonly redo: readonly UndoEntry[]
}

type Apply = (commit: Input<'undo.apply'>) => Promise<Output<'undo.apply'>>

const MOST = 200

/**
 * The undo stack over one way of applying; the application has one (see undo-commands.ts). `settle` saves what is
 * typed before anything is taken back, and throws when it cannot: an undo under a draft would look like somebody
 * else's change. `isInSight` says of a place whether the window shows it.
 */
export function createUndoStack(
  apply: Apply,
  settle: () => Promise<void> = () => Promise.resolve(),
  isInSight: (place: string) => boolean = () => true,
) {
  const store = createStore<Stacks>(() => ({ undo: [], redo: [] }))
  let queue: Promise<unknown> = Promise.resolve()

  const replace = (entry: UndoEntry, by: readonly UndoEntry[], from: 'undo' | 'redo') =>
    store.setState((stacks) => ({ ...stacks, [from]: stacks[from].flatMap((other) => (other === entry ? by : [other])) }))

  /** It goes to the other stack as `back`. */
  const move = (entry: UndoEntry, from: 'undo' | 'redo', to: 'undo' | 'redo', back: UndoEntry) => {
    replace(entry, [], from)
    store.setState((stacks) => ({ ...stacks, [to]: [...stacks[to], back] }))
  }

  async function takeBack(entry: UndoEntry, from: 'undo' | 'redo', to: 'undo' | 'redo') {
    if (!('back' in entry)) return takeCommitBack(entry, from, to)
    try {
      move(entry, from, to, await entry.back())
    } catch (error) {
      // what stands in its way is there to stay: its name is taken, or it is gone
      if (error instanceof AppError && (error.code === 'INVALID_INPUT' || error.code === 'NOT_FOUND')) replace(entry, [], from)
      throw error
    }
  }

  async function takeCommitBack(entry: CommitEntry, from: 'undo' | 'redo', to: 'undo' | 'redo') {
    const { revision, followUp, ...said } = entry
    let left = entry
    let later: number | undefined
    try {
      if (followUp !== undefined) {
        later = (await apply({ revision: followUp })).commit.revision
        // half of it is done: what is left can be tried again by itself
        const first = { revision, ...said }
        replace(left, [first], from)
        left = first
      }
      const { commit } = await apply({ revision })
      // taken back newest first; doing it again begins with the other one
      move(
        left,
        from,
        to,
        later === undefined ? { revision: commit.revision, ...said } : { revision: later, followUp: commit.revision, ...said },
      )
    } catch (error) {
      // it never will be undoable again; what lies below it may be
      if (error instanceof AppError && error.code === 'NOT_UNDOABLE') replace(left, [], from)
      throw error
    }
  }

  /** One after the other: a second Ctrl+Z while the first is under way takes back the next command. */
  function take(from: 'undo' | 'redo', to: 'undo' | 'redo', wanted?: UndoEntry): Promise<UndoEntry | null> {
    const run = queue.then(async () => {
      await settle()
      const stack = store.getState()[from]
      const entry = wanted ? stack.find((other) => other === wanted) : stack.at(-1)
      if (!entry) return null
      if (!wanted && 'place' in entry && entry.place !== undefined && !isInSight(entry.place))
        throw new OutOfSight(entry, entry.place, from)
      await takeBack(entry, from, to)
      return entry
    })
    queue = run.catch(() => undefined)
    return run
  }

  return {
    store,
    /** Remembers a command; what had been undone can no longer be redone. */
    push: (entry: UndoEntry) => store.setState(({ undo }) => ({ undo: [...undo, entry].slice(-MOST), redo: [] })),
    /**
     * Takes the last command back, or the one that is meant; null when there is none.
     * @throws OutOfSight for a last command whose place is not shown; AppError NOT_UNDOABLE, and what saving or a commit may throw
     */
    undo: (entry?: UndoEntry) => take('undo', 'redo', entry),
    redo: (entry?: UndoEntry) => take('redo', 'undo', entry),
    clear: () => store.setState({ undo: [], redo: [] }),
  }
}
