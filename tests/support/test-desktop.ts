/** An operating system for tests: answers folder choices from a queue and remembers what it was asked to do. */
import type { Desktop } from '../../src/main/desktop.ts'
import type { Capabilities, UnsavedRecord } from '../../src/shared/contract/app.ts'

export interface TestDesktop extends Desktop {
  /** What the folder dialog answers next; an empty queue is a person who dismisses it. */
  readonly folderChoices: (string | null)[]
  /** What the dialog for one zip file answers next. */
  readonly archiveChoices: string[]
  /** What the dialog for files answers next. */
  readonly fileChoices: (readonly string[])[]
  /** Where the dialog for saving leads next; an empty queue is a person who dismisses it. */
  readonly savePlaces: string[]
  /** What a person answers who is told that a file may be a program; `false` when the queue is empty. */
  readonly programAnswers: boolean[]
  readonly openedFiles: string[]
  /** Files that a drag went on with. */
  readonly dragged: readonly string[]
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

const NATIVE: Capabilities = { folderDialog: 'native', menu: true, reveal: true, windows: 'host', outside: 'host', files: 'host' }
const PAGE: Capabilities = { folderDialog: 'page', menu: false, reveal: false, windows: 'page', outside: 'page', files: 'page' }

export function createTestDesktop(kind: Desktop['kind'] = 'electron'): TestDesktop {
  const folderChoices: (string | null)[] = []
  const archiveChoices: string[] = []
  const fileChoices: (readonly string[])[] = []
  const savePlaces: string[] = []
  const programAnswers: boolean[] = []
  const openedFiles: string[] = []
  const dragged: string[] = []
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
    archiveChoices,
    fileChoices,
    savePlaces,
    programAnswers,
    openedFiles,
    dragged,
    revealed,
    openedExternally,
    openedWindows,
    unsaved,
    nextFlushes,
    flushes: () => flushes,
    chooseFolder: () => Promise.resolve(folderChoices.shift() ?? null),
    chooseArchive: () => Promise.resolve(archiveChoices.shift() ?? null),
    chooseFiles: () => Promise.resolve(fileChoices.shift() ?? []),
    chooseSavePlace: () => Promise.resolve(savePlaces.shift() ?? null),
    confirmProgram: () => Promise.resolve(programAnswers.shift() ?? false),
    async openFile(path) {
      openedFiles.push(path)
    },
    async startDrag(path) {
      dragged.push(path)
    },
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
