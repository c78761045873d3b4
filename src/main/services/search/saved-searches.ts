/** Searches that are kept: they are settings of the workspace, so that backups and other devices have them too. */
import type { SavedSearch } from '../../../shared/contract/search.ts'
import { MAX_SEARCHES } from '../../workspace/manifest-file.ts'
import type { NewId, Workspace } from '../../workspace/port.ts'
import { notFound, refusedField } from '../service-context.ts'

export type SearchToSave = Omit<SavedSearch, 'id'> & { readonly id: string | null }

/** @throws AppError NOT_FOUND, INVALID_INPUT when its name is empty or taken, READ_ONLY, DISK_FULL, IO */
export async function saveSearch(workspace: Workspace, search: SearchToSave, newId: NewId): Promise<SavedSearch> {
  const saved: SavedSearch = { ...search, id: search.id ?? newId(), name: search.name.trim() }
  await workspace.configure((now) => {
    const { searches } = now
    if (saved.name === '') throw refusedField('name', 'empty', 'A search that is kept needs a name.')
    if (searches.some(({ id, name }) => id !== saved.id && isSameName(name, saved.name)))
      throw refusedField('name', 'taken', `Another search is called “${saved.name}”.`)
    if (search.id === null) {
      if (searches.length >= MAX_SEARCHES) throw refusedField('name', 'tooMany', `No more than ${MAX_SEARCHES} searches can be kept.`)
      return { ...now, searches: [...searches, saved] }
    }
    if (!searches.some(({ id }) => id === saved.id)) throw noSuchSearch(saved.id)
    return { ...now, searches: searches.map((one) => (one.id === saved.id ? saved : one)) }
  })
  return saved
}

/** @throws AppError NOT_FOUND, READ_ONLY, DISK_FULL, IO */
export async function forgetSearch(workspace: Workspace, id: string): Promise<void> {
  await workspace.configure((now) => {
    if (!now.searches.some((one) => one.id === id)) throw noSuchSearch(id)
    return { ...now, searches: now.searches.filter((one) => one.id !== id) }
  })
}

const isSameName = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
const noSuchSearch = (id: string) =>
  notFound(id, 'There is no such search; it may have been forgotten in another window. Nothing was changed.')
