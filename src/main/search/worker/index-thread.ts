/** The index in its thread: records come in, rows and snippets go out. Queries overtake what is taken in in the background. */
import { setImmediate } from 'node:timers/promises'
import { standingTasks } from '../../../shared/markdown/standing.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { withLaterFields } from '../../../shared/model/later-fields.ts'
import type { DerivedPlace } from '../../workspace/port.ts'
import { documentOf, documentOfHead } from '../document-of.ts'
import type { IndexDocument } from '../engine/document.ts'
import { IndexStore } from '../engine/index-store.ts'
import type { Plan } from '../engine/plan.ts'
import { fieldsOfHead, fieldsOfRecord } from '../record-texts.ts'
import type { Matches, MatchRequest } from '../search-engine.ts'
import type { FoundIn, Payloads, RowHead, RowRecord, ThreadCalls } from './thread-calls.ts'

/** How long records are taken in before queries have their turn, in milliseconds. */
const SLICE = 12

const decoder = new TextDecoder()

const recordOf = (json: Uint8Array) => withLaterFields(JSON.parse(decoder.decode(json)) as AnyRecord)

function* payloadsIn({ bytes, places }: Payloads): Iterable<readonly [row: number, json: Uint8Array]> {
  for (let at = 0; at < places.length; at += 3) yield [places[at] ?? 0, bytes.subarray(places[at + 1], places[at + 2])]
}

/** One record that nothing can be made of must not keep all others from being found. */
function documentOrNot(row: number, read: () => AnyRecord): IndexDocument | 'trashed' | 'failed' {
  try {
    const record = read()
    return record.trashed ? 'trashed' : documentOf(record, row)
  } catch {
    return 'failed'
  }
}

export class IndexThread implements ThreadCalls {
  #store = IndexStore.empty()
  /** What changes the index happens one after another. */
  #lastChange: Promise<unknown> = Promise.resolve()
  #changes = 0

  open(place: DerivedPlace | null): Promise<number | null> {
    return this.#inTurn(() => {
      this.#store = IndexStore.open(place)
      return this.#store.revision
    })
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#store.clear())
  }

  take(payloads: Payloads): Promise<readonly number[]> {
    return this.#inTurn(async () => {
      let sliceEnds = performance.now() + SLICE
      let documents: IndexDocument[] = []
      const trashed: number[] = []
      const failed: number[] = []
      for (const [row, json] of payloadsIn(payloads)) {
        const made = documentOrNot(row, () => recordOf(json))
        if (made === 'failed') failed.push(row)
        else if (made === 'trashed') trashed.push(row)
        else documents.push(made)
        if (performance.now() < sliceEnds) continue
        this.#store.put(documents)
        documents = []
        await setImmediate()
        sliceEnds = performance.now() + SLICE
      }
      this.#store.put(documents)
      this.#store.remove(trashed)
      return failed
    })
  }

  put(records: readonly RowRecord[]): Promise<readonly number[]> {
    return this.#inTurn(() => {
      const made = records.map(({ row, record }) => ({ row, document: documentOrNot(row, () => record) }))
      this.#store.put(made.flatMap(({ document }) => (typeof document === 'string' ? [] : [document])))
      return made.flatMap(({ row, document }) => (document === 'failed' ? [row] : []))
    })
  }

  putHeads(heads: readonly RowHead[]): Promise<void> {
    return this.#inTurn(() => this.#store.put(heads.map(({ row, head }) => documentOfHead(head, row))))
  }

  remove(rows: readonly number[]): Promise<number> {
    return this.#inTurn(() => this.#store.remove(rows))
  }

  async save(revision: number, mustGo: boolean): Promise<string> {
    let saving: Promise<string> | undefined
    // begun in its turn, so that it holds what was taken in before; what comes later does not wait for it
    await this.#inTurn(() => {
      saving = this.#store.save(revision, mustGo)
    })
    return (await saving) ?? ''
  }

  /** At once: what is being written is given up. */
  async letWrite(isAllowed: boolean): Promise<void> {
    this.#store.letWrite(isAllowed)
  }

  close(): Promise<void> {
    return this.#store.close()
  }

  async match(request: MatchRequest): Promise<Matches> {
    return this.#store.match(request)
  }

  async rows(plan: Plan): Promise<Uint32Array> {
    return this.#store.rows(plan)
  }

  async count(plans: readonly Plan[]): Promise<readonly number[]> {
    return this.#store.count(plans)
  }

  async snippets(
    plan: Plan,
    meant: Matches['meant'],
    payloads: readonly Payloads[],
    heads: readonly RowHead[],
  ): Promise<readonly FoundIn[]> {
    const documents = heads.map(({ row, head }) => ({ row, title: head.title, fields: fieldsOfHead(head) }))
    for (const batch of payloads)
      for (const [row, json] of payloadsIn(batch)) {
        const record = recordOf(json)
        documents.push({ row, title: record.title, fields: fieldsOfRecord(record, standingTasks(record)) })
      }
    const found = this.#store.snippets(plan, meant, documents)
    return documents.map(({ row, title }, at) => ({ row, title, ...(found[at] ?? NOTHING) }))
  }

  /** At once where nothing is under way: what is put is found by the next query. */
  async #inTurn<T>(change: () => T | Promise<T>): Promise<T> {
    const isFree = this.#changes === 0
    this.#changes += 1
    const done = isFree ? (async () => change())() : this.#lastChange.then(change)
    this.#lastChange = done.then(
      () => undefined,
      () => undefined,
    )
    try {
      return await done
    } finally {
      this.#changes -= 1
    }
  }
}

const NOTHING = { titleRanges: [], snippet: '', snippetRanges: [], snippetField: null }
