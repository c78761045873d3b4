/** The application's windows: opened, remembered, asked to commit before they close. */
import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import { EVENT_CHANNEL, type EventEnvelope } from '../../../shared/transport.ts'
import type { Log } from '../../rpc/log.ts'
import type { UnsavedRecord } from '../../../shared/contract/app.ts'
import type { FlushReport } from '../../desktop.ts'
import { FlushRequests, reportOf, type FlushAnswer } from '../flush-requests.ts'
import { APP_ORIGIN, isPlace } from './policy.ts'
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, type Rectangle, type SavedWindow } from './window-store.ts'

/** The window's ground before the page paints: `--paper` of the tokens, dark and light. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#15171a' : '#fbfaf8')
const FIRST_SIZE = { width: 1280, height: 800 }
const STEP = 28
const SILENT = 'A window did not say in time that it had saved everything; it was closed.'
const FIRST_ADDRESS = '/today'

export interface AppWindowsOptions {
  readonly preload: string
  readonly devTools: boolean
  readonly log: Log
  /** A window opened, moved, went elsewhere or closed. */
  readonly onChange: () => void
  readonly onOpened: (window: BrowserWindow) => void
  readonly onClosed: (client: string) => void
  /** What could not be saved would go with the windows: true when they close all the same. */
  readonly mayLose: (unsaved: readonly UnsavedRecord[], window: BrowserWindow | undefined) => Promise<boolean>
}

export class AppWindows {
  readonly #options: AppWindowsOptions
  readonly #flushes = new FlushRequests()
  /** Client ids of the open windows. */
  readonly #clients = new Map<BrowserWindow, string>()
  readonly #closing = new Set<BrowserWindow>()
  readonly #flushed = new Set<BrowserWindow>()
  #lettingGo = false
  #lastId = 0

  constructor(options: AppWindowsOptions) {
    this.#options = options
    nativeTheme.on('updated', () => {
      for (const window of this.#clients.keys()) window.setBackgroundColor(paper())
    })
  }

  get count(): number {
    return this.#clients.size
  }

  /** At an address, in the saved place, or beside the focused window. */
  open(address = FIRST_ADDRESS, saved?: SavedWindow): BrowserWindow {
    const beside = saved ?? besideFocused()
    const window = new BrowserWindow({
      ...(beside
        ? placeWindow(
            beside,
            screen.getAllDisplays().map((display) => display.workArea),
          )
        : FIRST_SIZE),
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      title: 'Rapporteur',
      backgroundColor: paper(),
      show: false,
      webPreferences: {
        preload: this.#options.preload,
        sandbox: true,
        contextIsolation: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        spellcheck: process.platform === 'darwin',
        devTools: this.#options.devTools,
      },
    })
    if (saved?.maximized) window.maximize()
    this.#lastId += 1
    this.#clients.set(window, `window-${this.#lastId}`)
    this.#watch(window)
    this.#options.onOpened(window)
    void this.#load(window, address)
    return window
  }

  /** Brings the last used window forward; opens one when there is none. */
  focus(): void {
    const window = BrowserWindow.getFocusedWindow() ?? [...this.#clients.keys()].at(-1)
    if (!window) {
      this.open()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  clientOf(contents: WebContents): string | undefined {
    for (const [window, client] of this.#clients) if (!window.isDestroyed() && window.webContents === contents) return client
    return undefined
  }

  windowOf(client: string): BrowserWindow | undefined {
    for (const [window, of] of this.#clients) if (of === client) return window
    return undefined
  }

  send(event: EventEnvelope, client?: string): void {
    for (const [window, of] of this.#clients) {
      if ((client === undefined || client === of) && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
    }
  }

  /** The window has saved all but this. */
  flushed(client: string, unsaved: readonly UnsavedRecord[]): void {
    this.#flushes.settle(client, unsaved)
  }

  /** Asks every window to save what is typed. */
  async flush(): Promise<FlushReport> {
    return reportOf(await Promise.all([...this.#clients].map(([window, client]) => this.#flush(window, client))))
  }

  /** Before the application ends: true when every window may close; they then do without asking. */
  async letGo(): Promise<boolean> {
    if (this.#lettingGo) return false
    this.#lettingGo = true
    try {
      const { unsaved, silent } = await this.flush()
      if (silent > 0) this.#options.log.error({ message: SILENT, windows: silent })
      if (unsaved.length > 0) {
        this.focus()
        if (!(await this.#options.mayLose(unsaved, BrowserWindow.getFocusedWindow() ?? undefined))) return false
      }
      for (const window of this.#clients.keys()) this.#flushed.add(window)
      return true
    } finally {
      this.#lettingGo = false
    }
  }

  /** The open windows as they are to be found again. */
  snapshot(): SavedWindow[] {
    return [...this.#clients.keys()]
      .filter((window) => !window.isDestroyed())
      .map((window) => ({ address: addressOf(window), maximized: window.isMaximized(), ...window.getNormalBounds() }))
  }

  async #load(window: BrowserWindow, address: string): Promise<void> {
    try {
      await window.loadURL(APP_ORIGIN + (isPlace(address) ? address : FIRST_ADDRESS))
    } catch (error) {
      this.#options.log.error({ message: 'A window could not be loaded.', reason: String(error) })
      if (!window.isDestroyed()) window.show()
    }
  }

  #watch(window: BrowserWindow): void {
    const { onChange, onClosed } = this.#options
    window.once('ready-to-show', () => window.show())
    for (const name of ['resized', 'moved', 'maximize', 'unmaximize'] as const) window.on(name as 'resized', onChange)
    window.webContents.on('did-navigate', onChange)
    window.webContents.on('did-navigate-in-page', onChange)
    window.on('close', (event) => {
      if (this.#flushed.has(window) || window.webContents.isCrashed()) return
      event.preventDefault()
      void this.#flushThenClose(window)
    })
    window.once('closed', () => {
      const client = this.#clients.get(window)
      this.#clients.delete(window)
      if (client === undefined) return
      this.#flushes.settle(client)
      onClosed(client)
      onChange()
    })
  }

  async #flushThenClose(window: BrowserWindow): Promise<void> {
    const client = this.#clients.get(window)
    if (client === undefined || this.#closing.has(window)) return
    this.#closing.add(window)
    const unsaved = await this.#flush(window, client)
    if (unsaved === 'silent') this.#options.log.error({ message: SILENT })
    const goes = unsaved === 'silent' || unsaved.length === 0 || (await this.#options.mayLose(unsaved, window))
    this.#closing.delete(window)
    if (!goes || window.isDestroyed()) return
    this.#flushed.add(window)
    window.close()
  }

  #flush(window: BrowserWindow, client: string): Promise<FlushAnswer> {
    // nothing is typed where no page is
    if (window.isDestroyed() || window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) return Promise.resolve([])
    return this.#flushes.request(client, () => this.send({ name: 'windows.closing', payload: {} }, client))
  }
}

/** A new window shows that it is one: a little below and right of the one it was opened from. */
function besideFocused(): Rectangle | undefined {
  const bounds = BrowserWindow.getFocusedWindow()?.getNormalBounds()
  return bounds && { ...bounds, x: bounds.x + STEP, y: bounds.y + STEP }
}

function addressOf(window: BrowserWindow): string {
  const url = window.webContents.getURL()
  if (!url.startsWith(`${APP_ORIGIN}/`)) return FIRST_ADDRESS
  const { pathname, search } = new URL(url)
  return pathname + search
}
