/** What the store of open records offers, and what it needs from outside. */
import type { StoreApi } from 'zustand/vanilla'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Draft, OpenRecord } from './open-record.ts'

export interface SavedChange {
  readonly record: AnyRecord
  /** Fields of the command, `title` for a rename, `trashed` for deleting and restoring. */
  readonly fields: readonly string[]
  /** The commit, for undo. */
  readonly revision: number
  /** Of a rename: records whose links were rewritten. */
  readonly updatedLinks?: number
  /** Of a rename: the names that were corrected with it, and the commit that did so. */
  readonly names?: PersonNames | undefined
  readonly followUp?: number | undefined
}

/** The parts of a person's name, by which lists are sorted. */
export interface PersonNames {
  readonly given: string
  readonly family: string
}

export interface RecordsPorts {
  call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>>
  /** Runs `work` after so many milliseconds; returns the function that calls it off. */
  schedule(work: () => void, milliseconds: number): () => void
  /** Told of each command that undo outside the editor takes back: typed texts, which the editor undoes, are not among them. */
  saved(change: SavedChange): void
}

export interface Renamed {
  readonly record: AnyRecord
  readonly updatedLinks: number
}

export interface Records {
  readonly store: StoreApi<Readonly<Record<string, OpenRecord>>>
  /** Loads a record and keeps it until `release`; each `open` needs its `release`. */
  open(id: string): Promise<void>
  release(id: string): void
  /** Lays changed fields over the record and saves them after a pause. */
  edit(id: string, patch: Draft): void
  /** Saves now. True when nothing is left unsaved. */
  flush(id: string): Promise<boolean>
  /** Saves everything now, as before closing; answers the records that could not be saved. */
  flushAll(): Promise<readonly string[]>
  /**
   * `names`: a person's names that change with the title, as one command.
   * @throws AppError TITLE_TAKEN, INVALID_INPUT and what saving throws; the title stands as before.
   */
  rename(id: string, title: string, names?: PersonNames): Promise<Renamed>
  /** Gives a command on an open record at its newest revision, after what is typed is saved, and takes its answer in. */
  run<T extends { readonly record: AnyRecord }>(id: string, give: (target: { id: string; baseRev: number }) => Promise<T>): Promise<T>
  trash(id: string): Promise<void>
  restore(id: string): Promise<void>
  /** Settles a conflict: a value for each clashing field. */
  resolve(id: string, chosen: Draft): Promise<boolean>
  /** Takes back unsaved changes of these fields. */
  discard(id: string, fields: readonly string[]): void
  /** Takes in what other windows and other commands changed. */
  changed(upserted: readonly { readonly id: string; readonly rev: number }[], removed: readonly string[]): void
  /** Asks for everything again: after a gap in revisions and when the host is back. Tries failed saves too. */
  reloadAll(): Promise<void>
  /** Forgets everything: another workspace was opened. */
  clear(): void
}
