/** The application without its host: composed the same for Electron, the browser host, the CLI and the tests. */
import { homedir, hostname, userInfo } from 'node:os'
import type { CallContext } from '../shared/contract/define.ts'
import { methods } from '../shared/contract/index.ts'
import type { Author } from '../shared/model/common.ts'
import type { Reply } from '../shared/transport.ts'
import type { Desktop } from './desktop.ts'
import { createEventHub, type EventListener } from './rpc/events.ts'
import type { Log } from './rpc/log.ts'
import { createRouter } from './rpc/router.ts'
import { appState } from './services/app/app-service.ts'
import { AttachmentParts } from './services/attachments/attachment-parts.ts'
import { localDay } from './services/calendar.ts'
import { FolderHandles } from './services/folders/folder-handles.ts'
import { composeHandlers } from './services/handlers.ts'
import { droppedSource } from './services/import/dropped-source.ts'
import { ImportPlans } from './services/import/import-plans.ts'
import { JobRunner } from './services/jobs/job-runner.ts'
import { MirrorKeeper } from './services/mirror/mirror-keeper.ts'
import type { ServiceContext } from './services/service-context.ts'
import { WorkspaceSession } from './services/workspace/workspace-session.ts'
import type { Timer } from './services/timer.ts'
import { openAppData } from './workspace/app-data.ts'
import type { WorkspaceEnvironment } from './workspace/environment.ts'
import { nodeFileSystem } from './workspace/node-file-system.ts'
import type { Clock, NewId } from './workspace/port.ts'

export interface AppOptions {
  /** Opened at the start; what is wrong with it becomes the state `problem`. */
  readonly workspaceDir?: string
  /** Where the person's settings lie. */
  readonly appDataDir: string
  readonly desktop: Desktop
  readonly clock: Clock
  readonly newId: NewId
  /** Wakes what is done by itself, such as backups; without it nothing is. */
  readonly timer?: Timer
  readonly version: string
  readonly log: Log
  /** Parse what is answered and sent, too: in development and tests. */
  readonly checkOutputs?: boolean
  /** Without `workspaceDir`, open the workspace that was open last. On unless set to false. */
  readonly reopenLast?: boolean
  /** For the message to whoever finds the workspace locked. The kind of desktop unless given. */
  readonly hostName?: string
  /** Where the page's own folder dialog starts. The account's home folder unless given. */
  readonly homeFolder?: string
}

export interface App {
  /** Never rejects. */
  call(method: string, input: unknown, context: CallContext): Promise<Reply>
  /** `client` is set when the event is for that window only. Returns the function that stops listening. */
  listen(listener: EventListener): () => void
  /** The window is gone: what it did can no longer be undone. */
  forgetClient(client: string): void
  /** The person has dropped this on the page of the import in that window, which hears of it by `import.dropped`. */
  dropped(path: string, client: string): Promise<void>
  /** Settles when the workspace of the start has been opened, or has been found not to open. */
  readonly opened: Promise<void>
  /** The open workspace, for hosts and the CLI, which run in this process. */
  readonly session: WorkspaceSession
  /** Who makes the versions that are written now. */
  author(): Author
  /** Stops long work, waits for calls under way, then lets the workspace go. */
  close(): Promise<void>
}

const accountName = (): string => {
  try {
    return userInfo().username
  } catch {
    return '' // an account without an entry, as in some containers
  }
}

/** Answers at once: the workspace opens behind it, and what needs it waits. See {@link App.opened}. */
export async function createApp(options: AppOptions): Promise<App> {
  const { clock, newId, log, desktop, version, checkOutputs = false } = options
  const appData = await openAppData(options.appDataDir, { clock })
  if (appData.note !== '') log.error({ message: appData.note })
  const hub = createEventHub(log, checkOutputs)
  const deviceName = hostname()
  const userName = accountName()
  const runner = new JobRunner({ clock, newId, emit: hub.emit, log })
  const today = () => localDay(clock())
  const author = (): Author => appData.person ?? { name: userName || 'Unknown', device: deviceName }
  const announce = () => hub.emit('app.stateChanged', appState(context))

  const environment = (): WorkspaceEnvironment => {
    const { name, device } = author()
    return { clock, newId, owner: { person: name, device, host: options.hostName ?? desktop.kind } }
  }

  const session = new WorkspaceSession({
    environment,
    surroundings: {
      emit: hub.emit,
      today,
      onStanding: announce,
      log,
      backups: {
        files: nodeFileSystem,
        clock,
        timer: options.timer ?? null,
        log,
        onChange: (status) => hub.emit('backups.changed', status),
      },
    },
    canReveal: desktop.capabilities.reveal,
    log,
    onChange: announce,
    begin: (open) => mirrors.begin(open),
    onOpened: (path, name) => appData.remember({ path, name }),
    flushWindows: () => desktop.flushWindows(),
    beforeClosing: () => {
      runner.cancelAll()
      attachments.stop()
      plans.dropAll()
    },
  })

  const folders = new FolderHandles(clock)
  const mirrors = new MirrorKeeper({
    appData,
    folders,
    clock,
    timer: options.timer ?? null,
    log,
    version,
    onChange: (status) => hub.emit('mirror.changed', status),
  })

  const plans = new ImportPlans(clock)
  const attachments = new AttachmentParts({ session, hub, clock, log, appDataDir: options.appDataDir })

  const context: ServiceContext = {
    version,
    deviceName,
    userName,
    homeFolder: options.homeFolder ?? homedir(),
    clock,
    newId,
    log,
    desktop,
    emit: hub.emit,
    appData,
    folders,
    session,
    author,
    today,
    announce,
  }

  const handlers = composeHandlers({ context, runner, environment, attachments, mirrors, plans })
  const router = createRouter({ methods, handlers, log, newId, checkOutputs })

  const last = options.reopenLast === false ? undefined : appData.recent[0]?.path
  const folder = options.workspaceDir ?? last
  const opened = folder === undefined ? Promise.resolve() : session.openAtStart(folder)

  return {
    call: router.call,
    listen: hub.listen,
    forgetClient(client) {
      session.forgetClient(client)
      attachments.forgetClient(client)
      plans.forgetClient(client)
    },
    dropped: async (path, client) => hub.emit('import.dropped', await droppedSource(context.folders, path), client),
    opened,
    session,
    author,
    async close() {
      runner.cancelAll()
      await router.close()
      // what was begun is undone first
      await runner.ended()
      await session.end()
      await attachments.close()
    },
  }
}
