/**
 * The open records of a window: drafts, autosave, retry, conflicts. Works without React. The draft is never given up:
 * it leaves only when the host has acknowledged it or the person has taken it back.
 */
import { AppError } from '../../../shared/errors.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import type { Draft } from './open-record.ts'
import type { PersonNames, Records, RecordsPorts } from './ports.ts'
import { asAppError } from './refusals.ts'
import { createSaving } from './saving.ts'
import { createTable } from './table.ts'

/** A pause in typing after which a draft is saved. */
export const PAUSE = 400
/** Somebody who types without a pause is saved this often. */
export const LONGEST_WAIT = 3_000

export function createRecords(ports: RecordsPorts): Records {
  const table = createTable(ports)
  const { drain, save, flush } = createSaving(ports, table)
  const { store, works, entryOf, patchEntry, workOf, stopWaiting, inTurn, forget, forgetIfIdle, takeIn, load } = table

  const edit = (id: string, patch: Draft) => {
    const entry = entryOf(id)
    if (!entry?.record) return
    const work = workOf(id)
    const saved = entry.record as unknown as Draft
    const draft: Record<string, unknown> = { ...entry.draft }
    for (const [field, value] of Object.entries(patch)) {
      // a value on its way to the disk is not "unchanged" when the person goes back to the old one
      if (jsonEqual(value, saved[field]) && !(field in work.sent)) delete draft[field]
      else draft[field] = value
    }
    if (jsonEqual(draft, entry.draft)) return
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
  const command = <T>(id: string, give: (target: { id: string; baseRev: number }) => Promise<T>): Promise<T> => {
    stopWaiting(workOf(id))
    return inTurn(id, async () => {
      await drain(id)
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

  /** The commit that corrected a person's names; undefined when there is none of its own. */
  const correctNames = (id: string, names: PersonNames) =>
    inTurn(id, async () => {
      const entry = entryOf(id)
      if (entry?.record?.kind !== 'contact') return undefined
      try {
        const { record, commit } = await ports.call('records.update', { kind: 'contact', id, baseRev: entry.baseRev, patch: names })
        takeIn(id, record)
        return commit?.revision
      } catch {
        // they go the way of what is typed: kept, shown, tried again, and a refusal is told
        edit(id, { ...names })
        return undefined
      }
    })

  const move = (method: 'records.trash' | 'records.restore') => async (id: string) => {
    const { commit } = await command(id, (target) => ports.call(method, { records: [target] }))
    await inTurn(id, () => load(id))
    const record = entryOf(id)?.record
    if (record && commit) ports.saved({ record, fields: ['trashed'], revision: commit.revision })
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
    rename: async (id, title, names) => {
      const { record, updatedLinks, commit } = await command(id, (target) => ports.call('records.rename', { ...target, title }))
      takeIn(id, record)
      const followUp = names && (await correctNames(id, names))
      const corrected = followUp === undefined ? undefined : names
      if (commit) ports.saved({ record, fields: ['title'], revision: commit.revision, updatedLinks, names: corrected, followUp })
      return { record, updatedLinks }
    },
    run: async (id, give) => {
      const answer = await command(id, give)
      takeIn(id, answer.record)
      return answer
    },
    trash: move('records.trash'),
    restore: move('records.restore'),
    resolve: (id, chosen) => {
      const entry = entryOf(id)
      if (!entry?.record || !entry.conflict) return flush(id)
      const theirs = entry.record as unknown as Draft
      const draft = Object.fromEntries(
        Object.entries({ ...entry.draft, ...chosen }).filter(([field, value]) => !jsonEqual(value, theirs[field])),
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
