/** The table of open records: what is shown of each, its timers, and one step at a time. */
import { createStore } from 'zustand/vanilla'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { mergeDraft, type Unanswered } from './merge.ts'
import type { Draft, OpenRecord } from './open-record.ts'
import type { RecordsPorts } from './ports.ts'
import { asAppError } from './refusals.ts'

/** What is not shown: timers and the queue of one record. */
export interface Work {
  holders: number
  attempt: number
  pause: (() => void) | undefined
  longest: (() => void) | undefined
  retry: (() => void) | undefined
  sent: Draft
  unanswered: Unanswered
  queue: Promise<unknown>
  busy: number
}

export type Table = ReturnType<typeof createTable>

export function createTable(ports: Pick<RecordsPorts, 'call'>) {
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
      work = {
        holders: 0,
        attempt: 0,
        pause: undefined,
        longest: undefined,
        retry: undefined,
        sent: {},
        unanswered: {},
        queue: Promise.resolve(),
        busy: 0,
      }
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
  const rebase = (entry: OpenRecord, theirs: AnyRecord, unanswered: Unanswered): OpenRecord => {
    if (!entry.record) return { ...entry, record: theirs, baseRev: theirs.rev, error: null }
    const merged = mergeDraft(entry.record, entry.draft, theirs, { unanswered, settling: entry.conflict !== null })
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
    const work = workOf(id)
    store.setState({ [id]: rebase(entry, theirs, work.unanswered) })
    work.unanswered = {}
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

  return { store, works, entryOf, patchEntry, workOf, stopWaiting, inTurn, forget, forgetIfIdle, takeIn, load }
}
