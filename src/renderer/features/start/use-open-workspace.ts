import { create as createStore } from 'zustand'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { setAppState, useSession } from '../../store/session.ts'

interface Attempt {
  readonly busy: boolean
  readonly error: string | undefined
  /** What began it, while somebody may have to come back to it. */
  readonly by: string | null
}

const idle: Attempt = { busy: false, error: undefined, by: null }

/** Outlives the page: while a workspace is opened another stands in its place, and a wrong choice leads back to it. */
const useAttempt = createStore<Attempt>(() => idle)

/** What went wrong has been seen. */
const forget = (): void => useAttempt.setState({ error: undefined, by: null })

// also when another window opened it
useSession.subscribe(({ app }) => {
  const { status } = app?.workspace ?? {}
  if (status === 'open' || status === 'problem') forget()
})

async function run(work: () => Promise<void>, by: string | null = null): Promise<void> {
  useAttempt.setState({ busy: true, error: undefined, by })
  try {
    await work()
    useAttempt.setState({ busy: false })
  } catch (cause) {
    useAttempt.setState({ busy: false, error: formatError(cause) })
  }
}

/** Opens workspaces, one thing at a time, and words what went wrong. */
export function useOpenWorkspace() {
  const { busy, error, by } = useAttempt()
  const open = async (folder: FolderInfo) => setAppState(await client.call('workspace.open', { folder: folder.handle }))
  const create = async (folder: FolderInfo, name: string, sample: boolean) =>
    setAppState(await client.call('workspace.create', { folder: folder.handle, name, sample }))
  return { busy, error, by, run, open, create, forget }
}
