/** What files of records need besides the open workspace, made once for the application. */
import type { EventHub } from '../../rpc/events.ts'
import type { Log } from '../../rpc/log.ts'
import type { Payload } from '../../../shared/contract/index.ts'
import type { Clock } from '../../workspace/port.ts'
import type { WorkspaceSession } from '../workspace/workspace-session.ts'
import { AttachmentKeeper } from './attachment-keeper.ts'
import { ChosenFiles } from './chosen-files.ts'
import { OpenedCopies } from './opened-copies.ts'
import { Uploads } from './uploads.ts'

/** What {@link AttachmentParts} are made of. */
export interface AttachmentPartsOptions {
  readonly session: WorkspaceSession
  readonly hub: EventHub
  readonly clock: Clock
  readonly log: Log
  readonly appDataDir: string
}

/** Stores, uploads, choices and opened copies: what files of records need for as long as the application runs. */
export class AttachmentParts {
  readonly keeper: AttachmentKeeper
  readonly uploads: Uploads
  readonly chosen: ChosenFiles
  readonly copies: OpenedCopies
  readonly #log: Log

  constructor({ session, hub, clock, log, appDataDir }: AttachmentPartsOptions) {
    this.keeper = new AttachmentKeeper(session, log)
    this.uploads = new Uploads(clock)
    this.chosen = new ChosenFiles(clock)
    this.copies = new OpenedCopies(appDataDir)
    this.#log = log
    hub.listen(({ name, payload }) => {
      if (name === 'records.changed' && (payload as Payload<'records.changed'>).removed.length > 0) this.keeper.collect()
      if (name === 'backups.changed' && !(payload as Payload<'backups.changed'>).running) this.keeper.collectIfPutOff()
    })
  }

  /** The window is gone, and what it was adding with it. */
  forgetClient(client: string): void {
    this.chosen.forgetClient(client)
    this.#telling(this.uploads.forgetClient(client))
  }

  /** The workspace is being closed. */
  stop(): void {
    this.keeper.stop()
    this.#telling(this.uploads.discardAll())
  }

  /** At the end of the application. */
  close(): Promise<void> {
    return this.copies.clean()
  }

  #telling(work: Promise<void>): void {
    work.catch((error: unknown) =>
      this.#log.error({
        message: 'An unfinished file was not removed; the next opening removes it.',
        stack: error instanceof Error ? error.stack : String(error),
      }),
    )
  }
}
