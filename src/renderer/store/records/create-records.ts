/**
 * The open records of a window: drafts, autosave, retry, conflicts. Works without React. The draft is never given up:
 * it leaves only when the host has acknowledged it or the person has taken it back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { mergeDraft, sameValue } from './merge.ts'
import type { Draft, OpenRecord } from './open-record.ts'
import { asAppError, canPass, refusedFields, retryDelay } from './refusals.ts'

/** A pause in typing after which a draft is saved. */
export const PAUSE = 400
/** Somebody who types without a pause is saved this often. */
export const LONGEST_WAIT = 3_000

export interface SavedChange {
  readonly record: AnyRecord
  /** Fields of the command, `title` for a rename, `trashed` for deleting and restoring. */
  readonly fields: readonly string[]
  /** The commit, for undo. */
  readonly revision: number
}

export interface RecordsPorts {
  call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>>
  /** Runs `work` after so many milliseconds; returns the function that calls it off. */
  schedule(work: () => void, milliseconds: number): () => void
  /** Told of each command that undo outside the editor takes back: bodies, which the editor undoes, are not among them. */
  saved(change: SavedChange): void
}

export interface Renamed {
  readonly record: AnyRecord
  readonly updatedLinks: number
  readonly revision: number
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
  /** @throws AppError TITLE_TAKEN, INVALID_INPUT and what saving throws; the title stands as before. */
  rename(id: string, title: string): Promise<Renamed>
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

/** What is not shown: timers and the queue of one record. */
interface Work {
  holders: number
  attempt: number
  pause: (() => void) | undefined
  longest: (() => void) | undefined
  retry: (() => void) | undefined
  sent: Draft
  queue: Promise<unknown>
  busy: number
}

export function createRecords(ports: RecordsPorts): Records {
  const store = createStore<Readonly<Record<string, OpenRecord>>>()(() => ({}))
  const works = new Map<string, Work>()

  const entryOf = (id: string) => store.getState()[id]
  const patchEntry = (id: string, change: Partial<OpenRecord>) => {
    const entry = entryOf(id)
    if (entry) store.setState({ [id]: { ...entry, ...change } })
  }
  const workOf = (id: string): Work => {
    let work = works.get(id)
    if (!work) {
      work = { holders: 0, attempt: 0, pause: undefined, longest: undefined, retry: undefined, sent: {}, queue: Promise.resolve(), busy: 0 }
      works.set(id, work)
    }
    return work
  }
  const stopWaiting = (work: Work) => {
    work.pause?.()
    work.longest?.()
    work.retry?.()
    work.pause = work.longest = work.retry = undefined
  }
  /** One step at a time for each record, in the order they were asked for. */
  const inTurn = <T>(id: string, step: () => Promise<T>): Promise<T> => {
    const work = workOf(id)
    work.busy += 1
    const run = work.queue.then(step)
    const leave = () => {
      work.busy -= 1
      forgetIfIdle(id)
    }
    work.queue = run.then(leave, leave)
    return run
  }
  const forget = (id: string) => {
    const work = works.get(id)
    if (work) stopWaiting(work)
    works.delete(id)
    const { [id]: _, ...others } = store.getState()
    store.setState(others, true)
  }
  const forgetIfIdle = (id: string) => {
    const work = works.get(id)
    const entry = entryOf(id)
    if (!work || !entry || work.holders > 0 || work.busy > 0) return
    if (Object.keys(entry.draft).length === 0) forget(id)
  }

  /** Takes over the host's version; the draft stays on top of it. */
  const rebase = (entry: OpenRecord, theirs: AnyRecord): OpenRecord => {
    if (!entry.record) return { ...entry, record: theirs, baseRev: theirs.rev, error: null }
    const merged = mergeDraft(entry.record, entry.draft, theirs)
    const open = (entry.conflict?.fields ?? []).filter((field) => field in merged.draft)
    const fields = [...new Set([...open, ...merged.clashes])]
    const conflict = fields.length > 0 ? { base: entry.conflict?.base ?? entry.record, fields } : null
    const clean = Object.keys(merged.draft).length === 0
    const status = conflict
      ? 'conflict'
      : clean
        ? 'saved'
        : entry.status === 'conflict' || entry.status === 'saved'
          ? 'dirty'
          : entry.status
    return {
      ...entry,
      record: theirs,
      baseRev: theirs.rev,
      draft: merged.draft,
      conflict,
      status,
      error: clean || conflict ? null : entry.error,
    }
  }
  const takeIn = (id: string, theirs: AnyRecord) => {
    const entry = entryOf(id)
    if (!entry) return
    // an older answer that comes late must not undo a newer one
    if (entry.record && theirs.rev < entry.record.rev) return
    store.setState({ [id]: rebase(entry, theirs) })
  }

  const load = async (id: string) => {
    try {
      const record = await ports.call('records.get', { id })
      takeIn(id, record)
    } catch (cause) {
      const error = asAppError(cause)
      const entry = entryOf(id)
      if (!entry) return
      if (error.code !== 'NOT_FOUND') patchEntry(id, entry.record ? {} : { error })
      else if (Object.keys(entry.draft).length === 0) patchEntry(id, { record: null, error, status: 'saved', conflict: null })
      else patchEntry(id, { error, status: 'failed' })
    }
  }

  /** What to send next. Bodies go by themselves, so that undoing a property does not take text back. */
  const nextPatch = (entry: OpenRecord): Draft | undefined => {
    const fields = Object.keys(entry.draft).filter((field) => {
      const refusal = entry.refused[field]
      return !refusal || refusal.value !== entry.draft[field]
    })
    const properties = fields.filter((field) => field !== 'body')
    const send = properties.length > 0 ? properties : fields
    return send.length > 0 ? Object.fromEntries(send.map((field) => [field, entry.draft[field]])) : undefined
  }

  const acknowledge = (id: string, sent: Draft, record: AnyRecord) => {
    const entry = entryOf(id)
    if (!entry) return
    const draft = Object.fromEntries(
      Object.entries(entry.draft).filter(([field, value]) => !(field in sent && sameValue(sent[field], value))),
    )
    const refused = Object.fromEntries(Object.entries(entry.refused).filter(([field]) => field in draft))
    store.setState({ [id]: { ...entry, record, baseRev: record.rev, draft, refused, error: null } })
  }

  /** Saves until nothing is left, or the person is typing again, or the host refuses. */
  const drain = async (id: string): Promise<void> => {
    const work = workOf(id)
    for (;;) {
      const entry = entryOf(id)
      if (!entry?.record || entry.conflict) return
      const patch = nextPatch(entry)
      if (!patch) {
        const refusals = Object.keys(entry.draft).length > 0
        patchEntry(id, refusals ? { status: 'failed', error: entry.error ?? refusedError() } : { status: 'saved', error: null })
        return
      }
      if (work.pause) {
        patchEntry(id, { status: 'dirty' })
        return
      }
      work.sent = patch
      patchEntry(id, { status: 'saving' })
      try {
        const input = { kind: entry.record.kind, id, baseRev: entry.baseRev, patch } as Input<'records.update'>
        const { record, commit } = await ports.call('records.update', input)
        work.sent = {}
        work.attempt = 0
        acknowledge(id, patch, record)
        const fields = Object.keys(patch).filter((field) => field !== 'body')
        if (fields.length > 0) ports.saved({ record, fields, revision: commit.revision })
      } catch (cause) {
        work.sent = {}
        if (!(await refuse(id, patch, asAppError(cause)))) return
      }
    }
  }

  /** True when saving goes on with what is left. */
  const refuse = async (id: string, patch: Draft, error: AppError): Promise<boolean> => {
    const work = workOf(id)
    const entry = entryOf(id)
    if (!entry) return false
    if (error.code === 'CONFLICT') {
      const current = error.details['current'] as AnyRecord | undefined
      if (current) takeIn(id, current)
      else await load(id)
      return (entryOf(id)?.baseRev ?? 0) > entry.baseRev
    }
    const refused = refusedFields(error, patch)
    if (refused) {
      patchEntry(id, { refused: { ...entry.refused, ...refused }, error })
      return true
    }
    patchEntry(id, { status: 'failed', error })
    if (canPass(error)) {
      work.retry?.()
      work.retry = ports.schedule(() => {
        work.retry = undefined
        void save(id)
      }, retryDelay(work.attempt))
      work.attempt += 1
    }
    return false
  }

  const save = async (id: string): Promise<boolean> => {
    await inTurn(id, () => drain(id))
    const after = entryOf(id)
    return !after || Object.keys(after.draft).length === 0
  }

  const flush = (id: string): Promise<boolean> => {
    const work = works.get(id)
    const entry = entryOf(id)
    if (!work || !entry) return Promise.resolve(true)
    if (Object.keys(entry.draft).length === 0 && work.busy === 0) return Promise.resolve(true)
    stopWaiting(work)
    return save(id)
  }

  const edit = (id: string, patch: Draft) => {
    const entry = entryOf(id)
    if (!entry?.record) return
    const work = workOf(id)
    const saved = entry.record as unknown as Draft
    const draft: Record<string, unknown> = { ...entry.draft }
    for (const [field, value] of Object.entries(patch)) {
      // a value on its way to the disk is not "unchanged" when the person goes back to the old one
      if (sameValue(value, saved[field]) && !(field in work.sent)) delete draft[field]
      else draft[field] = value
    }
    if (sameValue(draft, entry.draft)) return
    if (Object.keys(draft).length === 0) {
      stopWaiting(work)
      patchEntry(id, { draft, refused: {}, status: 'saved', error: null, conflict: null })
      forgetIfIdle(id)
      return
    }
    const clashing = entry.conflict?.fields.filter((field) => field in draft) ?? []
    const conflict = entry.conflict && clashing.length > 0 ? { ...entry.conflict, fields: clashing } : null
    const settled = entry.conflict !== null && conflict === null
    patchEntry(id, { draft, conflict, ...(entry.status === 'saved' || settled ? { status: 'dirty' as const } : {}) })
    if (conflict) return
    const due = () => {
      stopWaiting(work)
      void save(id)
    }
    work.pause?.()
    work.pause = ports.schedule(due, PAUSE)
    work.longest ??= ports.schedule(due, LONGEST_WAIT)
  }

  /** A command on the whole record at its newest revision; somebody's edit of other fields meanwhile does not stop it. */
  const command = async <T>(id: string, give: (target: { id: string; baseRev: number }) => Promise<T>): Promise<T> => {
    await flush(id)
    return inTurn(id, async () => {
      const entry = entryOf(id)
      if (!entry?.record) throw new AppError('NOT_FOUND', 'The record is not open.')
      const { title } = entry.record
      try {
        return await give({ id, baseRev: entry.baseRev })
      } catch (cause) {
        const error = asAppError(cause)
        if (error.code !== 'CONFLICT') throw error
        await load(id)
        const now = entryOf(id)
        if (!now?.record || now.record.title !== title) throw error
        return give({ id, baseRev: now.baseRev })
      }
    })
  }

  const move = (method: 'records.trash' | 'records.restore') => async (id: string) => {
    const { commit } = await command(id, (target) => ports.call(method, { records: [target] }))
    await inTurn(id, () => load(id))
    const record = entryOf(id)?.record
    if (record) ports.saved({ record, fields: ['trashed'], revision: commit.revision })
  }

  return {
    store,
    open: async (id) => {
      const work = workOf(id)
      work.holders += 1
      if (!entryOf(id)) {
        store.setState({ [id]: { id, record: null, draft: {}, baseRev: 0, status: 'saved', error: null, conflict: null, refused: {} } })
      } else if (entryOf(id)?.record) return
      await inTurn(id, () => load(id))
    },
    release: (id) => {
      const work = works.get(id)
      if (!work) return
      work.holders = Math.max(0, work.holders - 1)
      if (work.holders > 0) return
      void flush(id).then(() => forgetIfIdle(id))
    },
    edit,
    flush,
    flushAll: async () => {
      const ids = [...works.keys()]
      const saved = await Promise.all(ids.map((id) => flush(id)))
      return ids.filter((_, index) => !saved[index])
    },
    rename: async (id, title) => {
      const { record, updatedLinks, commit } = await command(id, (target) => ports.call('records.rename', { ...target, title }))
      takeIn(id, record)
      ports.saved({ record, fields: ['title'], revision: commit.revision })
      return { record, updatedLinks, revision: commit.revision }
    },
    trash: move('records.trash'),
    restore: move('records.restore'),
    resolve: (id, chosen) => {
      const entry = entryOf(id)
      if (!entry?.record || !entry.conflict) return flush(id)
      const theirs = entry.record as unknown as Draft
      const draft = Object.fromEntries(
        Object.entries({ ...entry.draft, ...chosen }).filter(([field, value]) => !sameValue(value, theirs[field])),
      )
      patchEntry(id, { draft, conflict: null, status: Object.keys(draft).length > 0 ? 'dirty' : 'saved', error: null })
      return flush(id)
    },
    discard: (id, fields) => {
      const saved = entryOf(id)?.record as unknown as Draft | null | undefined
      if (saved) edit(id, Object.fromEntries(fields.map((field) => [field, saved[field]])))
    },
    changed: (upserted, removed) => {
      for (const { id, rev } of upserted) {
        // our own save is announced before it is answered: in its turn this finds nothing new
        if (entryOf(id)) void inTurn(id, async () => ((entryOf(id)?.record?.rev ?? 0) < rev ? load(id) : undefined))
      }
      for (const id of removed) if (entryOf(id)) void inTurn(id, () => load(id))
    },
    reloadAll: async () => {
      await Promise.all(
        [...works.keys()].map(async (id) => {
          if (entryOf(id)?.status === 'failed') await flush(id)
          else await inTurn(id, () => load(id))
        }),
      )
    },
    clear: () => {
      for (const id of works.keys()) forget(id)
    },
  }
}

const refusedError = () => new AppError('INVALID_INPUT', 'A field could not be saved. What you typed is kept in it.')
