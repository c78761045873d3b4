import { useState } from 'react'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { setAppState } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'

export interface OpenAgain {
  /** It is being opened. */
  readonly busy: boolean
  readonly openAgain: () => Promise<void>
}

/** Opens the workspace once more: all of it is looked at, and its screen offers what can be done. */
export function useOpenAgain(): OpenAgain {
  const [busy, setBusy] = useState(false)
  const openAgain = async () => {
    setBusy(true)
    try {
      setAppState(await client.call('workspace.remedy', { remedy: 'retry' }))
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return { busy, openAgain }
}
