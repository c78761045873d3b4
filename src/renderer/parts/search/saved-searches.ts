/** Searches that are kept with the workspace. */
import { useEffect } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'

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

/** @throws AppError INVALID_INPUT when the name is taken */
export async function saveSearch(search: Input<'search.save'>): Promise<void> {
  await client.call('search.save', search)
}

/** Forgets a search; the toast offers to keep it again. */
export async function forgetSearch({ total: _total, ...search }: CountedSearch): Promise<void> {
  const { t } = i18n
  const report = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })
  try {
    await client.call('search.forget', { id: search.id })
    showToast({
      message: t('frame:saved.forgotten', { name: search.name }),
      action: { label: t('common:undo'), run: () => void saveSearch({ ...search, id: null }).catch(report) },
    })
  } catch (error) {
    report(error)
  }
}
