/** Searches that are kept with the workspace. */
import { useEffect } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'
import type { SettingEntry } from '../../store/undo.ts'
import { offerUndo, rememberUndo } from '../../store/undo-commands.ts'

export type CountedSearch = Output<'search.saved'>['searches'][number]

const none: readonly CountedSearch[] = []

/** The kept searches in their order, with how many each finds now. */
export function useSavedSearches(): readonly CountedSearch[] {
  const { data, error, refetch } = useQuery('search.saved', {}, { dependsOn: 'records' })
  useEffect(() => client.on('search.savedChanged', refetch), [refetch])
  // counts of an index that is still being built are those of a part
  useEffect(
    () =>
      client.on('search.progressed', ({ done, total }) => {
        if (done >= total) refetch()
      }),
    [refetch],
  )
  useEffect(() => {
    if (error) console.warn('The kept searches could not be read.', error)
  }, [error])
  return data?.searches ?? none
}

type SearchToKeep = Input<'search.save'>
type KeptSearch = Output<'search.save'>

/** What was forgotten and is kept again has another id; what was done to it before is taken back all the same. */
const idsSince = new Map<string, string>()

function idNow(id: string): string {
  const since = idsSince.get(id)
  return since === undefined ? id : idNow(since)
}

const save = (search: SearchToKeep): Promise<KeptSearch> => client.call('search.save', search)

/** Keeps a search, undoably. @throws AppError INVALID_INPUT when the name is taken */
export async function saveSearch(search: Omit<SearchToKeep, 'id'>): Promise<void> {
  const made = await save({ ...search, id: null })
  rememberUndo(kept(made, i18n.t('frame:saved.kept', { name: made.name })))
}

/** Gives a search another name, undoably. @throws AppError INVALID_INPUT when the name is taken */
export async function renameSearch({ total: _total, ...search }: CountedSearch, name: string): Promise<void> {
  const { name: now } = await save({ ...search, name })
  rememberUndo(renamed({ ...search, name: now }, search.name, i18n.t('frame:saved.renamed', { name: search.name, to: now })))
}

const renamed = (search: KeptSearch, before: string, label: string): SettingEntry => ({
  label,
  back: async () => renamed(await save({ ...search, id: idNow(search.id), name: before }), search.name, label),
})

/** Taken back it is kept again, under an id of its own; done again, that one goes. */
const forgotten = (search: KeptSearch, label: string): SettingEntry => ({
  label,
  back: async () => {
    const again = await save({ ...search, id: null })
    idsSince.set(idNow(search.id), again.id)
    return kept(again, label)
  },
})

const kept = (search: KeptSearch, label: string): SettingEntry => ({
  label,
  back: async () => {
    await client.call('search.forget', { id: idNow(search.id) })
    return forgotten(search, label)
  },
})

/** Forgets a search, undoably. Answers whether it is forgotten; a failure is told. */
export async function forgetSearch({ total: _total, ...search }: CountedSearch): Promise<boolean> {
  try {
    await client.call('search.forget', { id: search.id })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
    return false
  }
  offerUndo(forgotten(search, i18n.t('frame:saved.forgotten', { name: search.name })))
  return true
}
