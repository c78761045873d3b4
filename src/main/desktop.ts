/** What an operating system does, with one implementation a host. */
import type { Capabilities, FolderPurpose, UnsavedRecord } from '../shared/contract/app.ts'

/** What the windows answer when they are asked to save. */
export interface FlushReport {
  /** What could not be saved. */
  readonly unsaved: readonly UnsavedRecord[]
  /** Windows that did not answer in time. */
  readonly silent: number
}

export interface Desktop {
  readonly kind: 'electron' | 'browser'
  readonly capabilities: Capabilities
  /** The system's folder dialog; null when dismissed. Only with capability `folderDialog: 'native'`. */
  chooseFolder(purpose: FolderPurpose, client: string): Promise<string | null>
  /** The system's dialog for one zip file; null when dismissed. Only with capability `folderDialog: 'native'`. */
  chooseArchive(client: string): Promise<string | null>
  /** Shows a folder in the system's file manager. */
  reveal(folder: string): Promise<void>
  /** The system's dialog for several files; empty when dismissed. Like all of the next five only with capability `files: 'host'`. */
  chooseFiles(client: string): Promise<readonly string[]>
  /** The system's dialog for a file to be saved; null when dismissed. */
  chooseSavePlace(name: string, client: string): Promise<string | null>
  /** Asks whether a file that may be a program is to be opened. */
  confirmProgram(name: string, client: string): Promise<boolean>
  /** Opens a file with the program that the system has for it. @throws AppError UNSUPPORTED when there is none */
  openFile(path: string): Promise<void>
  /** Goes on with a drag that began in the window, as one of this file. */
  startDrag(path: string, client: string): Promise<void>
  /** Opens an https or mailto address outside. With capability `outside: 'host'` the person is asked first. */
  openExternal(url: string, client: string): Promise<void>
  /** Opens a second window, or answers the address that the page has to open. */
  openWindow(address: string): Promise<string | null>
  /** Asks every window to save what is typed. */
  flushWindows(): Promise<FlushReport>
}
