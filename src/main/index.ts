/**
 * Composition root of the Electron application. The scheme has to be registered before `ready`, so nothing is awaited
 * before that.
 */
import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron'
import { v7 as newId } from 'uuid'
import type { CommandId } from '../shared/commands.ts'
import type { AppState, Settings } from '../shared/contract/app.ts'
import { createApp } from './app.ts'
import { registerAppScheme, serveAppScheme } from './hosts/electron/app-scheme.ts'
import { AppWindows } from './hosts/electron/app-windows.ts'
import { askBeforeLoss } from './hosts/electron/ask-before-loss.ts'
import { answerCalls } from './hosts/electron/calls.ts'
import { createElectronDesktop } from './hosts/electron/desktop.ts'
import { takeDropped } from './hosts/electron/dropped-files.ts'
import { workspaceFlag } from './hosts/electron/flags.ts'
import { lockContents, lockSession } from './hosts/electron/lockdown.ts'
import { buildMenu } from './hosts/electron/menu.ts'
import { textsFor } from './hosts/electron/texts.ts'
import { careFor } from './hosts/electron/window-care.ts'
import { WindowStore } from './hosts/electron/window-store.ts'
import { readInstallation } from './hosts/installation.ts'
import { createLog } from './hosts/log-file.ts'
import { RendererFiles } from './hosts/renderer-files.ts'
import { nodeTimer } from './services/timer.ts'

registerAppScheme()
app.enableSandbox()
// no name is ever looked up, whoever asks for it
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
for (const quiet of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
  app.commandLine.appendSwitch(quiet)
}

const userDataDir = app.commandLine.getSwitchValue('user-data-dir')
if (userDataDir) app.setPath('userData', resolve(userDataDir))
const appDataDir = app.getPath('userData')
// Chromium's own files apart from the person's
app.setPath('sessionData', join(appDataDir, 'chromium'))

const log = createLog(appDataDir, Date.now)
process.on('unhandledRejection', (error) => {
  log.error({ message: 'Something in the host failed.', stack: error instanceof Error ? error.stack : String(error) })
})
app.on('web-contents-created', (_event, contents) => lockContents(contents, log))

if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp)
else {
  process.stderr.write('Rapporteur is already running; its window was brought forward. To open another folder, close it first.\n')
  app.quit()
}

function giveUp(error: unknown): void {
  log.error({ message: 'The application could not start.', stack: error instanceof Error ? error.stack : String(error) })
  dialog.showErrorBox('Rapporteur could not start', `${String(error)}\n\nNothing was changed. The log is in ${join(appDataDir, 'logs')}.`)
  app.exit(1)
}

async function start(): Promise<void> {
  const { version, rendererFolder, preload } = await readInstallation(import.meta.dirname)
  lockSession(session.defaultSession, log)
  serveAppScheme(session.defaultSession, await RendererFiles.read(rendererFolder, ''), log)

  const store = new WindowStore(appDataDir, log)
  const saved = await store.read()
  let settings: Pick<Settings, 'language' | 'theme'> = { language: 'system', theme: 'system' }
  let workspace = ''
  // while quitting the windows close one after the other: what is remembered is all of them
  let quitting = false
  const texts = () => textsFor(settings.language, app.getLocale())

  const windows = new AppWindows({
    preload,
    devTools: !app.isPackaged,
    log,
    onChange: () => {
      if (!quitting && windows.count > 0) store.write({ workspace, windows: windows.snapshot() })
    },
    onOpened: (window) => careFor(window, texts, log),
    onClosed: (client) => core.forgetClient(client),
    mayLose: (unsaved, window) => askBeforeLoss(texts(), unsaved, window),
  })
  const desktop = createElectronDesktop({
    windowOf: (client) => windows.windowOf(client),
    openWindow: (address) => windows.open(address),
    flushWindows: () => windows.flush(),
    texts,
    log,
  })
  const workspaceDir = workspaceFlag(process.argv, app.commandLine.getSwitchValue('workspace'))
  const core = await createApp({
    ...(workspaceDir ? { workspaceDir } : {}),
    appDataDir,
    desktop,
    clock: Date.now,
    timer: nodeTimer,
    newId,
    version,
    log,
  })

  const showMenu = () =>
    Menu.setApplicationMenu(
      buildMenu(texts(), (command: CommandId, window) => {
        const target = window instanceof BrowserWindow ? windows.clientOf(window.webContents) : undefined
        if (target === undefined) windows.focus()
        else windows.send({ name: 'app.command', payload: { command } }, target)
      }),
    )
  const follow = (state: AppState) => {
    const { language, theme } = state.settings
    nativeTheme.themeSource = theme
    const spoken = settings.language
    settings = { language, theme }
    if (spoken !== language) showMenu()
    workspace = 'location' in state.workspace ? state.workspace.location : ''
  }

  showMenu()
  core.listen((event, client) => {
    if (event.name === 'app.stateChanged') follow(event.payload as AppState)
    windows.send(event, client)
  })
  const state = await core.call('app.state', {}, { client: 'host' })
  if (state.ok) follow(state.value as AppState)
  answerCalls(core, windows, log)
  takeDropped(core.dropped, windows, log)

  app.on('second-instance', () => windows.focus())
  app.on('activate', () => windows.focus())
  app.on('before-quit', (event) => {
    if (quitting) return
    event.preventDefault()
    const quit = async () => {
      if (!(await windows.letGo())) return
      quitting = true
      app.quit()
    }
    quit().catch((error: unknown) => log.error({ message: 'Quitting failed.', stack: String(error) }))
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void core
      .close()
      .catch((error: unknown) => log.error({ message: 'The workspace could not be closed.', stack: String(error) }))
      .then(() => store.settled())
      .then(() => app.exit(0))
  })

  if (saved.windows.length === 0) windows.open()
  for (const window of saved.windows) windows.open(saved.workspace === workspace ? window.address : undefined, window)
}
