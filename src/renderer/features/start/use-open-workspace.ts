import { useState } from 'react'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { setAppState } from '../../store/session.ts'

/** Opens workspaces, one thing at a time, and words what went wrong. */
export function useOpenWorkspace() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (cause) {
      setError(formatError(cause))
    } finally {
      setBusy(false)
    }
  }
  const open = async (folder: FolderInfo) => setAppState(await client.call('workspace.open', { folder: folder.handle }))
  const create = async (folder: FolderInfo, name: string, sample: boolean) =>
    setAppState(await client.call('workspace.create', { folder: folder.handle, name, sample }))
  return { busy, error, run, open, create }
}
