/** How a draft reaches the disk: what is sent, what is acknowledged, what a refusal means. */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { typedTexts } from '../../../shared/model/vocabulary.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Unanswered } from './merge.ts'
import type { Draft, OpenRecord } from './open-record.ts'
import type { RecordsPorts } from './ports.ts'
import { asAppError, canPass, refusedFields, retryDelay } from './refusals.ts'
import type { Table } from './table.ts'

export interface Saving {
  /** Saves until nothing is left; to be called in turn. */
  drain(id: string): Promise<void>
  /** Saves in turn. True when nothing is left unsaved. */
  save(id: string): Promise<boolean>
  /** The same without waiting for the pause. */
  flush(id: string): Promise<boolean>
}

export function createSaving(ports: RecordsPorts, table: Table): Saving {
  const { store, works, entryOf, patchEntry, workOf, stopWaiting, inTurn, takeIn, load } = table

  /** What to send next. Typed texts go by themselves, so that undoing a property does not take text back. */
  const nextPatch = (entry: OpenRecord): Draft | undefined => {
    const fields = Object.keys(entry.draft).filter((field) => {
      const refusal = entry.refused[field]
      return !refusal || refusal.value !== entry.draft[field]
    })
    const properties = fields.filter((field) => !typedTexts.has(field))
    const send = properties.length > 0 ? properties : fields
    return send.length > 0 ? Object.fromEntries(send.map((field) => [field, entry.draft[field]])) : undefined
  }

  const acknowledge = (id: string, sent: Draft, record: AnyRecord) => {
    const entry = entryOf(id)
    if (!entry) return
    const draft = Object.fromEntries(
      Object.entries(entry.draft).filter(([field, value]) => !(field in sent && jsonEqual(sent[field], value))),
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
        work.unanswered = {}
        work.attempt = 0
        acknowledge(id, patch, record)
        const fields = Object.keys(patch).filter((field) => !typedTexts.has(field))
        if (commit && fields.length > 0) ports.saved({ record, fields, revision: commit.revision })
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
    if (error.code === 'DISCONNECTED') work.unanswered = withSent(work.unanswered, patch)
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

  return { drain, save, flush }
}

/** The first one was on its way when the connection went; of later tries the last ones may have been. */
const withSent = (unanswered: Unanswered, patch: Draft): Unanswered => {
  const fields = Object.entries(patch).map(([field, value]) => {
    const before = unanswered[field] ?? []
    return [field, [...before.slice(0, 1), ...before.slice(1).slice(-2), value]]
  })
  return { ...unanswered, ...(Object.fromEntries(fields) as Unanswered) }
}

const refusedError = () => new AppError('INVALID_INPUT', 'A field could not be saved. What you typed is kept in it.')
