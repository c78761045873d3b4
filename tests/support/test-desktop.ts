/** An operating system for tests: answers folder choices from a queue and remembers what it was asked to do. */
import type { Desktop } from '../../src/main/desktop.ts'
import type { Capabilities } from '../../src/shared/contract/app.ts'

export interface TestDesktop extends Desktop {
  /** What the folder dialog answers next; an empty queue is a person who dismisses it. */
  readonly folderChoices: (string | null)[]
  readonly revealed: string[]
  readonly openedExternally: string[]
  readonly openedWindows: string[]
}

const NATIVE: Capabilities = { folderDialog: 'native', menu: true, reveal: true, windows: 'host' }
const PAGE: Capabilities = { folderDialog: 'page', menu: false, reveal: false, windows: 'page' }

export function createTestDesktop(kind: Desktop['kind'] = 'electron'): TestDesktop {
  const folderChoices: (string | null)[] = []
  const revealed: string[] = []
  const openedExternally: string[] = []
  const openedWindows: string[] = []
  return {
    kind,
    capabilities: kind === 'electron' ? NATIVE : PAGE,
    folderChoices,
    revealed,
    openedExternally,
    openedWindows,
    chooseFolder: () => Promise.resolve(folderChoices.shift() ?? null),
    async reveal(folder) {
      revealed.push(folder)
    },
    async openExternal(url) {
      openedExternally.push(url)
    },
    async openWindow(address) {
      openedWindows.push(address)
      return kind === 'electron' ? null : `http://127.0.0.1:1${address}`
    },
  }
}
