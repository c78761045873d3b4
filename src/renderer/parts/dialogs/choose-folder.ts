/** Choosing a folder: the system's dialog where the host has one, the page's own elsewhere. */
import { create } from 'zustand'
import type { FolderInfo, FolderPurpose } from '../../../shared/contract/app.ts'
import type { ArchiveInfo } from '../../../shared/contract/import.ts'
import { client } from '../../api/client.ts'
import { useSession } from '../../store/session.ts'

interface FolderRequest {
  readonly purpose: FolderPurpose
  readonly answer: (folder: FolderInfo | null) => void
  /** Given: a zip file may be chosen too. */
  readonly answerArchive?: ((archive: ArchiveInfo) => void) | undefined
}

/** What the page's own dialog is asked for. */
export const useFolderRequest = create<{ readonly request: FolderRequest | null }>(() => ({ request: null }))

function askInPage<T extends FolderInfo | ArchiveInfo>(purpose: FolderPurpose, archives: boolean): Promise<T | null> {
  return new Promise((resolve) => {
    useFolderRequest.getState().request?.answer(null)
    const answer = (chosen: FolderInfo | ArchiveInfo | null) => {
      useFolderRequest.setState({ request: null })
      resolve(chosen as T | null)
    }
    useFolderRequest.setState({ request: { purpose, answer, answerArchive: archives ? answer : undefined } })
  })
}

/** The chosen folder; null when the person thought better of it. @throws AppError */
export function chooseFolder(purpose: FolderPurpose): Promise<FolderInfo | null> {
  if (useSession.getState().app?.capabilities.folderDialog === 'native') return client.call('folders.choose', { purpose })
  return askInPage<FolderInfo>(purpose, false)
}

/** A folder or a zip file, by the page's own dialog; systems have a dialog for each. */
export const chooseFolderOrArchive = (purpose: FolderPurpose): Promise<FolderInfo | ArchiveInfo | null> =>
  askInPage<FolderInfo | ArchiveInfo>(purpose, true)
