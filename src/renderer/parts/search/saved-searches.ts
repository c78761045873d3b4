/** Searches that are kept with the workspace. */
import { useEffect } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'
import type { SettingEntry } from '../../store/undo.ts'
import { offerUndo } from '../../store/undo-commands.ts'

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

/** @throws AppError INVALID_INPUT when the name is taken */
export const saveSearch = (search: SearchToKeep): Promise<KeptSearch> => client.call('search.save', search)

/** Taken back it is kept again, under an id of its own; done again, that one goes. */
const forgotten = (search: KeptSearch, label: string): SettingEntry => ({
  label,
  back: async () => kept(await saveSearch({ ...search, id: null }), label),
})

const kept = (search: KeptSearch, label: string): SettingEntry => ({
  label,
  back: async () => {
    await client.call('search.forget', { id: search.id })
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
