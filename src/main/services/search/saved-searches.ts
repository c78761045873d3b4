/** Searches that are kept: they are settings of the workspace, so that backups and other devices have them too. */
import type { SavedSearch } from '../../../shared/contract/search.ts'
import { MAX_SEARCHES } from '../../workspace/manifest-file.ts'
import type { NewId, Workspace } from '../../workspace/port.ts'
import { entryToKeep, withEntry, withoutEntry } from '../kept-entries.ts'

export type SearchToSave = Omit<SavedSearch, 'id'> & { readonly id: string | null }

const words = { one: 'search', many: 'searches' } as const

/** @throws AppError NOT_FOUND, INVALID_INPUT when its name is empty or taken, READ_ONLY, DISK_FULL, IO */
export async function saveSearch(workspace: Workspace, search: SearchToSave, newId: NewId): Promise<SavedSearch> {
  const saved = entryToKeep<SavedSearch>(search, newId)
  await workspace.configure((now) => ({ ...now, searches: withEntry(now.searches, saved, search.id === null, MAX_SEARCHES, words) }))
  return saved
}

/** @throws AppError NOT_FOUND, READ_ONLY, DISK_FULL, IO */
export async function forgetSearch(workspace: Workspace, id: string): Promise<void> {
  await workspace.configure((now) => ({ ...now, searches: withoutEntry(now.searches, id, words) }))
}
