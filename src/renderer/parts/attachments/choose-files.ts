/** Choosing files to add: by the system's dialog, whichever side opens it. */
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useSession } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { addChosen, addFile } from './additions.ts'
import { addingFailed } from './attachment-error.ts'

/** True where the host chooses, opens and saves files by itself. */
export const hostHasFiles = (): boolean => useSession.getState().app?.capabilities.files === 'host'

/** In the page while the dialog is open: one that nothing refers to may be collected, and the dialog with it. */
let asked: HTMLInputElement | null = null

function chosenInPage(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    // a browser that does not tell of a dismissed dialog leaves one behind
    asked?.remove()
    const input = document.createElement('input')
    asked = input
    input.type = 'file'
    input.multiple = true
    input.hidden = true
    const answer = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => answer([...(input.files ?? [])]))
    input.addEventListener('cancel', () => answer([]))
    document.body.append(input)
    input.click()
  })
}

/** Asks for files and adds them one after another. */
export async function chooseAndAdd(id: string): Promise<void> {
  try {
    if (hostHasFiles()) for (const file of await client.call('attachments.choose', {})) await addChosen(id, file)
    else for (const file of await chosenInPage()) await addFile(id, file, file.name)
  } catch (error) {
    showToast({ message: addingFailed(error, '') || formatError(error), tone: 'bad' })
  }
}
