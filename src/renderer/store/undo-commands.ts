/** The window's one undo stack, and what a person sees of it. */
import { client } from '../api/client.ts'
import { formatError } from '../api/format-error.ts'
import { i18n } from '../i18n/index.ts'
import { create } from 'zustand'
import { addressNow } from './navigation.ts'
import { dismissToast, showToast, type ToastRequest } from './toasts.ts'
import type { LeftInPlace } from '../../shared/contract/records.ts'
import { formatNumber } from '../i18n/dates.ts'
import { createUndoStack, OthersOnly, OutOfSight, type UndoEntry } from './undo.ts'

/** What is typed could not be saved, so nothing under it is taken back. */
class UnsavedDraft extends Error {
  constructor(readonly toast: ToastRequest) {
    super(toast.message)
  }
}

type SaveTyped = () => Promise<ToastRequest | null>
let saveTyped: SaveTyped = () => Promise.resolve(null)

/** The drafts' owner says how they are saved before an undo; it answers with what to say when one cannot be. */
export const saveBeforeUndo = (save: SaveTyped): void => {
  saveTyped = save
}

const stack = createUndoStack(
  (commit) => client.call('undo.apply', commit),
  async () => {
    const toast = await saveTyped()
    if (toast) throw new UnsavedDraft(toast)
  },
  (place) => addressNow().startsWith(place),
)

interface Question {
  /** What was done, or taken back. */
  readonly label: string
  readonly again: boolean
  /** Does what was asked about. */
  readonly run: () => void
}

/** A command that reaches far is not taken back from another page before somebody has said so. */
export interface FarQuestion extends Question {
  /** The address that shows it. */
  readonly place: string
}

/** Nor is a part of a command, for what was changed since. */
export interface OthersQuestion extends Question {
  readonly left: LeftInPlace
  /** Records that can be taken back. */
  readonly others: number
}

export type UndoQuestion = FarQuestion | OthersQuestion

export const useUndoQuestion = create<{ readonly question: UndoQuestion | null }>(() => ({ question: null }))

export const clearUndo = (): void => {
  stack.clear()
  useUndoQuestion.setState({ question: null })
}

/** Remembers a command without a word: for what the screen shows by itself, such as a property. */
export const rememberUndo = (entry: UndoEntry): void => stack.push(entry)

/** The toast that offers to take the last command back. */
let offer: { readonly toast: string; readonly entry: UndoEntry } | undefined

// the offer means one command: when another comes, or it has been taken back by key, the button would mean something else
stack.store.subscribe(({ undo }) => {
  if (!offer || undo.at(-1) === offer.entry) return
  dismissToast(offer.toast)
  offer = undefined
})

/** Remembers a command and says so, with a button that takes it back, and what was typed meanwhile stays. `message`: said instead of what the command is called. */
export function offerUndo(entry: UndoEntry, message: string = entry.label): void {
  stack.push(entry)
  const toast = showToast({ message, action: { label: i18n.t('common:undo'), run: () => void undo(entry) } })
  offer = { toast, entry }
}

/** What a command was, less what was changed since and is no part of it any more. */
function labelOf(entry: UndoEntry): string {
  const left = 'left' in entry ? (entry.left ?? 0) : 0
  return left === 0 ? entry.label : i18n.t('common:allBut', { label: entry.label, count: left, number: formatNumber(left) })
}

async function run(take: () => Promise<UndoEntry | null>, done: 'undone' | 'redone', nothing: 'nothingToUndo' | 'nothingToRedo') {
  try {
    const entry = await take()
    showToast({ message: entry ? i18n.t(`common:${done}`, { label: labelOf(entry) }) : i18n.t(`common:${nothing}`) })
  } catch (error) {
    if (error instanceof OutOfSight) ask(error)
    else if (error instanceof OthersOnly) askForOthers(error)
    else showToast(error instanceof UnsavedDraft ? error.toast : { message: formatError(error), tone: 'bad' })
  }
}

function ask({ entry, place, from }: OutOfSight) {
  const again = from === 'redo'
  useUndoQuestion.setState({
    question: { label: labelOf(entry), place, again, run: () => void (again ? redo(entry) : undo(entry)) },
  })
}

function askForOthers({ entry, left, others, from }: OthersOnly) {
  const again = from === 'redo'
  useUndoQuestion.setState({
    question: { label: labelOf(entry), left, others, again, run: () => void (again ? redo(entry, true) : undo(entry, true)) },
  })
}

const undo = (entry?: UndoEntry, leaveChanged = false): Promise<void> =>
  run(() => stack.undo(entry, leaveChanged), 'undone', 'nothingToUndo')
const redo = (entry?: UndoEntry, leaveChanged = false): Promise<void> =>
  run(() => stack.redo(entry, leaveChanged), 'redone', 'nothingToRedo')

const hasKey = (key: string) => (entry: UndoEntry) => 'key' in entry && entry.key === key

/** Takes back one command, wherever it stands among the others. */
export async function undoCommand(key: string): Promise<void> {
  const entry = stack.store.getState().undo.find(hasKey(key))
  if (entry) await undo(entry)
  else showToast({ message: i18n.t('common:errorsPlain.NOT_UNDOABLE'), tone: 'bad' })
}

/** How many records stayed when the others of this command were taken back. */
export function leftOfCommand(key: string): number {
  const entry = stack.store.getState().redo.find(hasKey(key))
  return entry && 'left' in entry ? (entry.left ?? 0) : 0
}

/** `gone`: it can neither be taken back nor done again. */
export function commandState(key: string): 'undoable' | 'redoable' | 'gone' {
  const { undo: done, redo: takenBack } = stack.store.getState()
  return done.some(hasKey(key)) ? 'undoable' : takenBack.some(hasKey(key)) ? 'redoable' : 'gone'
}

/** Something was done, taken back or done again. */
export const onCommands = (listener: () => void): (() => void) => stack.store.subscribe(listener)

export const undoLast = (): Promise<void> => undo()
export const redoLast = (): Promise<void> => redo()
