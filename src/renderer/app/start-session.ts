import { client } from '../api/client.ts'
import { formatError } from '../api/format-error.ts'
import { applyChanges, refreshEverything } from '../store/apply-changes.ts'
import { setConnected, useConnection } from '../store/connection.ts'
import { setAppState, useSession, type AppState } from '../store/session.ts'
import { showToast } from '../store/toasts.ts'
import { clearUndo } from '../store/undo-commands.ts'
import { speak } from './language.ts'

const workspaceOf = (app: AppState | null) => (app?.workspace.status === 'open' ? app.workspace : null)

/** Asks the host where things stand; again after every reconnect. */
async function readState(): Promise<void> {
  const answer = await client.call('app.state', {})
  const before = useSession.getState().app
  // before anything of it is drawn
  await speak(answer.settings.language)
  setConnected(true)
  // what an event has said while the words were fetched is newer
  if (useSession.getState().app === before) setAppState(answer)
  const workspace = workspaceOf(useSession.getState().app)
  if (workspace) refreshEverything(workspace.revision)
}

const report = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })

/** Connects the page with its host: state, events, loss and return of the connection. */
export function startSession(): void {
  useSession.subscribe(({ app }, { app: before }) => {
    const now = workspaceOf(app)
    if (now?.id === workspaceOf(before)?.id) return
    clearUndo()
    if (now) refreshEverything(now.revision)
  })
  client.on('app.stateChanged', setAppState)
  client.on('records.changed', applyChanges)
  client.onConnection((connected, refused) => {
    setConnected(connected, refused)
    if (connected) readState().catch(report)
  })
  readState().catch((error: unknown) => {
    setConnected(false)
    // the page says it
    if (!useConnection.getState().refused) report(error)
  })
}
