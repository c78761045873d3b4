/** How the backups of the open workspace stand. */
import { create } from 'zustand'
import type { BackupStatus } from '../../shared/contract/backups.ts'
import { client } from '../api/client.ts'
import { formatNumber } from '../i18n/dates.ts'

interface Backups {
  readonly status: BackupStatus | null
  /** Notices that were closed, until the window is loaded again. */
  readonly dismissed: ReadonlySet<string>
}

export const useBackups = create<Backups>(() => ({ status: null, dismissed: new Set() }))

export const setBackupStatus = (status: BackupStatus): void => useBackups.setState({ status })

export const dismissNotice = (key: string): void => useBackups.setState(({ dismissed }) => ({ dismissed: new Set([...dismissed, key]) }))

/** For the words that tell of attached files without a content: how many, and the first of them. */
export function missingFilesValues({ missingFiles }: BackupStatus) {
  const { count = 0, first } = missingFiles ?? {}
  return { count, number: formatNumber(count), name: first?.name ?? '', title: first?.title ?? '' }
}

/** Follows the backups of the workspace that is open now; returns what stops it. `onError` hears of the first asking only. */
export function followBackups(onError: (error: unknown) => void): () => void {
  const stop = client.on('backups.changed', setBackupStatus)
  client.call('backups.status', {}).then(setBackupStatus).catch(onError)
  return () => {
    stop()
    useBackups.setState({ status: null })
  }
}
