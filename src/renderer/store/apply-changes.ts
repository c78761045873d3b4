/**
 * The one way in for changes of the workspace. Events say which records a commit touched; everyone who shows records
 * listens here and asks again for what it shows.
 */
import type { Payload } from '../../shared/contract/index.ts'
import type { Kind } from '../../shared/model/common.ts'

export interface RecordsChange {
  readonly revision: number
  readonly upserted: readonly { readonly id: string; readonly kind: Kind; readonly rev: number }[]
  readonly removed: readonly string[]
  /** Something was missed, or another workspace is open: ask for everything again, whatever the ids say. */
  readonly everything: boolean
}

type Listener = (change: RecordsChange) => void

export interface Changes {
  /** Takes a `records.changed` event; older and repeated revisions are ignored, a gap becomes `everything`. */
  apply(event: Payload<'records.changed'>): void
  /** Everything may have changed: after a reconnect, a restore, another workspace. `revision` is where it stands now. */
  refresh(revision: number): void
  subscribe(listener: Listener): () => void
  readonly revision: number
}

export function createChanges(): Changes {
  const listeners = new Set<Listener>()
  let revision = 0
  const tell = (change: RecordsChange) => {
    for (const listener of listeners) listener(change)
  }
  return {
    get revision() {
      return revision
    },
    apply(event) {
      if (event.revision <= revision) return
      const everything = event.revision > revision + 1
      revision = event.revision
      tell({ ...event, everything })
    },
    refresh(next) {
      revision = next
      tell({ revision, upserted: [], removed: [], everything: true })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const changes = createChanges()

export const applyChanges = changes.apply
export const refreshEverything = changes.refresh
/** Calls `listener` at every change of records; returns the function that stops it. */
export const onRecordsChange = changes.subscribe
