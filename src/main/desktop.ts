/** What an operating system does, with one implementation a host. */
import type { Capabilities } from '../shared/contract/app.ts'

export interface Desktop {
  readonly kind: 'electron' | 'browser'
  readonly capabilities: Capabilities
  /** The system's folder dialog; null when dismissed. Only with capability `folderDialog: 'native'`. */
  chooseFolder(purpose: 'open' | 'create' | 'export' | 'import', client: string): Promise<string | null>
  /** Shows a folder in the system's file manager. */
  reveal(folder: string): Promise<void>
  /** Opens an https or mailto address outside; the person has confirmed it. */
  openExternal(url: string): Promise<void>
  /** Opens a second window, or answers the address that the page has to open. */
  openWindow(address: string): Promise<string | null>
}
