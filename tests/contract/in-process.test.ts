/** The contract without a transport: the application in this process, as each kind of host composes it. */
import { expect } from 'vitest'
import { createTestApp } from '../support/app.ts'
import { describeAppContract, type Connect } from './app-contract.ts'

const connectTo =
  (kind: 'electron' | 'browser'): Connect =>
  async () => {
    const app = await createTestApp({ kind })
    let windows = 0
    const window = () => app.client(`window ${(windows += 1)}`)
    return {
      ...window(),
      secondClient: () => Promise.resolve(window()),
      ...(kind === 'electron'
        ? {
            answerFolder: (folder: string | null) => void app.desktop.folderChoices.push(folder),
            answerArchive: (path: string) => void app.desktop.archiveChoices.push(path),
          }
        : {}),
      async close() {
        await app.dispose()
        expect(app.errors).toEqual([])
      },
    }
  }

describeAppContract('in process, with the system’s dialogs', connectTo('electron'))
describeAppContract('in process, with the page’s dialogs', connectTo('browser'))
