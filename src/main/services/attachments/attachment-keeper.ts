/** The store of attached files of each open workspace, and the removal of contents that nothing names any more. */
import type { Log } from '../../rpc/log.ts'
import { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import { collectAttachments } from '../../workspace/attachments/collect-attachments.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { WorkspaceSession } from '../workspace/workspace-session.ts'

/** Answers the store of a workspace, and collects contents in the background after records were erased. */
export class AttachmentKeeper {
  readonly #session: WorkspaceSession
  readonly #log: Log
  readonly #stores = new WeakMap<OpenWorkspace, AttachmentStore>()
  #collecting: AbortController | null = null
  #again = false
  #isPutOff = false

  constructor(session: WorkspaceSession, log: Log) {
    this.#session = session
    this.#log = log
  }

  storeOf(open: OpenWorkspace): AttachmentStore {
    const known = this.#stores.get(open)
    if (known) return known
    const store = new AttachmentStore(open.folder)
    this.#stores.set(open, store)
    return store
  }

  /** No backup is being made any more. */
  collectIfPutOff(): void {
    if (this.#isPutOff) this.collect()
  }

  /** Records were erased: in the background, what only they named goes. One at a time. */
  collect(): void {
    if (this.#collecting) {
      this.#again = true
      return
    }
    const control = new AbortController()
    this.#collecting = control
    const work = async () => {
      try {
        await this.#session.use(async (open) => {
          if (open.workspace.readOnly !== null) return
          const { backups, workspace } = open
          await collectAttachments(workspace, this.storeOf(open), {
            pace: pacing(),
            signal: control.signal,
            backedUp: async () => {
              // one that is being made may be about to name them
              this.#isPutOff = backups.status().running
              return this.#isPutOff ? null : backups.shelf.attachmentsNamed()
            },
            backupPath: (sha256) => backups.shelf.folder.attachmentPath({ sha256 }),
          })
        })
      } catch (error) {
        // nothing is lost by it but room on the disk; the next erasure tries again
        this.#log.error({
          message: 'Files that no record names were not removed.',
          stack: error instanceof Error ? error.stack : String(error),
        })
      }
      this.#collecting = null
      if (this.#again && !control.signal.aborted) this.collect()
    }
    this.#again = false
    this.#isPutOff = false
    // after the command that erased has been answered
    void setImmediate(() => void work())
  }

  /** The workspace is being closed. */
  stop(): void {
    this.#again = false
    this.#collecting?.abort()
  }
}
