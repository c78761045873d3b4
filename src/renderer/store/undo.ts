/**
 * The commands of this window that can be taken back, newest last. Undoing an undo is redo: `undo.apply` answers with
 * a commit of its own, and a change of settings with an entry that makes it again.
 */
import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { LeftInPlace } from '../../shared/contract/records.ts'
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
  /** How many of its records it has no more to do with: they were changed since, and stayed when the others went back. */
  readonly left?: number | undefined
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

/** Some records of a command were changed since; the others can be taken back when the person says so. */
export class OthersOnly extends Error {
  constructor(
    readonly entry: CommitEntry,
    readonly left: LeftInPlace,
    readonly others: number,
    readonly from: 'undo' | 'redo',
  ) {
    super(entry.label)
  }
}

/** As the contract has it in the details of a refusal. */
const othersOf = ({ code, details }: AppError) =>
  code === 'NOT_UNDOABLE' && typeof details['others'] === 'number' && typeof details['left'] === 'object' && details['left'] !== null
    ? { left: details['left'] as LeftInPlace, others: details['others'] }
    : undefined

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

  async function takeBack(entry: UndoEntry, from: 'undo' | 'redo', to: 'undo' | 'redo', leaveChanged: boolean): Promise<UndoEntry> {
    if (!('back' in entry)) return takeCommitBack(entry, from, to, leaveChanged)
    try {
      move(entry, from, to, await entry.back())
      return entry
    } catch (error) {
      // what stands in its way is there to stay: its name is taken, or it is gone
      if (error instanceof AppError && (error.code === 'INVALID_INPUT' || error.code === 'NOT_FOUND')) replace(entry, [], from)
      throw error
    }
  }

  async function takeCommitBack(entry: CommitEntry, from: 'undo' | 'redo', to: 'undo' | 'redo', leaveChanged: boolean) {
    const { revision, followUp, ...said } = entry
    let rest = entry
    let later: number | undefined
    let left = entry.left ?? 0
    const applied = async (of: number) => {
      const answer = await apply({ revision: of, leaveChanged })
      left += answer.left?.count ?? 0
      return answer.commit.revision
    }
    try {
      if (followUp !== undefined) {
        later = await applied(followUp)
        // half of it is done: what is left can be tried again by itself
        const first = { revision, ...said, ...(left > 0 && { left }) }
        replace(rest, [first], from)
        rest = first
      }
      const taken = await applied(revision)
      const whole = { ...said, ...(left > 0 && { left }) }
      // taken back newest first; doing it again begins with the other one
      move(rest, from, to, later === undefined ? { revision: taken, ...whole } : { revision: later, followUp: taken, ...whole })
      return left > 0 ? { revision, ...whole } : entry
    } catch (error) {
      const offer = error instanceof AppError ? othersOf(error) : undefined
      if (offer) throw new OthersOnly(rest, offer.left, offer.others, from)
      // it never will be undoable again; what lies below it may be
      if (error instanceof AppError && error.code === 'NOT_UNDOABLE') replace(rest, [], from)
      throw error
    }
  }

  /** One after the other: a second Ctrl+Z while the first is under way takes back the next command. */
  function take(from: 'undo' | 'redo', to: 'undo' | 'redo', wanted?: UndoEntry, leaveChanged = false): Promise<UndoEntry | null> {
    const run = queue.then(async () => {
      await settle()
      const stack = store.getState()[from]
      const entry = wanted ? stack.find((other) => other === wanted) : stack.at(-1)
      if (!entry) return null
      if (!wanted && 'place' in entry && entry.place !== undefined && !isInSight(entry.place))
        throw new OutOfSight(entry, entry.place, from)
      return takeBack(entry, from, to, leaveChanged)
    })
    queue = run.catch(() => undefined)
    return run
  }

  return {
    store,
    /** Remembers a command; what had been undone can no longer be redone. */
    push: (entry: UndoEntry) => store.setState(({ undo }) => ({ undo: [...undo, entry].slice(-MOST), redo: [] })),
    /**
     * Takes the last command back, or the one that is meant, and answers it as far as it went back; null when there is none.
     * `leaveChanged`: without those of its records that were changed since.
     * @throws OutOfSight for a last command whose place is not shown; OthersOnly when some of its records were changed since;
     * AppError NOT_UNDOABLE, and what saving or a commit may throw
     */
    undo: (entry?: UndoEntry, leaveChanged?: boolean) => take('undo', 'redo', entry, leaveChanged),
    redo: (entry?: UndoEntry, leaveChanged?: boolean) => take('redo', 'undo', entry, leaveChanged),
    clear: () => store.setState({ undo: [], redo: [] }),
  }
}
