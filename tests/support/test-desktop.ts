/** An operating system for tests: answers folder choices from a queue and remembers what it was asked to do. */
import type { Desktop } from '../../src/main/desktop.ts'
import type { Capabilities, UnsavedRecord } from '../../src/shared/contract/app.ts'

export interface TestDesktop extends Desktop {
  /** What the folder dialog answers next; an empty queue is a person who dismisses it. */
  readonly folderChoices: (string | null)[]
  readonly revealed: string[]
  readonly openedExternally: string[]
  readonly openedWindows: string[]
  /** What windows answer that they could not save. */
  readonly unsaved: UnsavedRecord[]
  /** The same for the next askings, one after another. */
  readonly nextFlushes: (readonly UnsavedRecord[])[]
  /** How often windows were asked to save. */
  readonly flushes: () => number
}

const NATIVE: Capabilities = { folderDialog: 'native', menu: true, reveal: true, windows: 'host', outside: 'host' }
const PAGE: Capabilities = { folderDialog: 'page', menu: false, reveal: false, windows: 'page', outside: 'page' }

export function createTestDesktop(kind: Desktop['kind'] = 'electron'): TestDesktop {
  const folderChoices: (string | null)[] = []
  const revealed: string[] = []
  const openedExternally: string[] = []
  const openedWindows: string[] = []
  const unsaved: UnsavedRecord[] = []
  const nextFlushes: (readonly UnsavedRecord[])[] = []
  let flushes = 0
  return {
    kind,
    capabilities: kind === 'electron' ? NATIVE : PAGE,
    folderChoices,
    revealed,
    openedExternally,
    openedWindows,
    unsaved,
    nextFlushes,
    flushes: () => flushes,
    chooseFolder: () => Promise.resolve(folderChoices.shift() ?? null),
    async reveal(folder) {
      revealed.push(folder)
    },
    async openExternal(url) {
      openedExternally.push(url)
    },
    async flushWindows() {
      flushes += 1
      return { unsaved: nextFlushes.shift() ?? [...unsaved], silent: 0 }
    },
    async openWindow(address) {
      openedWindows.push(address)
      return kind === 'electron' ? null : `http://127.0.0.1:1${address}`
    },
  }
}
