/** Choosing a folder: the system's dialog where the host has one, the page's own elsewhere. */
import { create } from 'zustand'
import type { FolderInfo, FolderPurpose } from '../../../shared/contract/app.ts'
import { client } from '../../api/client.ts'
import { useSession } from '../../store/session.ts'

interface FolderRequest {
  readonly purpose: FolderPurpose
  readonly answer: (folder: FolderInfo | null) => void
}

/** What the page's own dialog is asked for. */
export const useFolderRequest = create<{ readonly request: FolderRequest | null }>(() => ({ request: null }))

/** The chosen folder; null when the person thought better of it. @throws AppError */
export function chooseFolder(purpose: FolderPurpose): Promise<FolderInfo | null> {
  if (useSession.getState().app?.capabilities.folderDialog === 'native') return client.call('folders.choose', { purpose })
  return new Promise((resolve) => {
    useFolderRequest.getState().request?.answer(null)
    useFolderRequest.setState({
      request: {
        purpose,
        answer: (folder) => {
          useFolderRequest.setState({ request: null })
          resolve(folder)
        },
      },
    })
  })
}
