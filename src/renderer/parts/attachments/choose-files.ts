/** Choosing files to add: by the system's dialog, whichever side opens it. */
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useSession } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { chooseInPage } from '../files/choose-in-page.ts'
import { addChosen, addFile } from './additions.ts'
import { addingFailed } from './attachment-error.ts'

/** True where the host chooses, opens and saves files by itself. */
export const hostHasFiles = (): boolean => useSession.getState().app?.capabilities.files === 'host'

/** Asks for files and adds them one after another. */
export async function chooseAndAdd(id: string): Promise<void> {
  try {
    if (hostHasFiles()) for (const file of await client.call('attachments.choose', {})) await addChosen(id, file)
    else for (const file of await chooseInPage({ multiple: true })) await addFile(id, file, file.name)
  } catch (error) {
    showToast({ message: addingFailed(error, '') || formatError(error), tone: 'bad' })
  }
}
