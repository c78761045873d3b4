/** Views of the actions that are kept with the workspace. */
import { useEffect } from 'react'
import type { ActionView } from '../../../shared/contract/actions.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'

const none: readonly ActionView[] = []

export function useActionViews(): readonly ActionView[] {
  const { data, refetch } = useQuery('actions.views', {})
  useEffect(() => client.on('actions.viewsChanged', refetch), [refetch])
  return data?.views ?? none
}

/** @throws AppError INVALID_INPUT when the name is taken */
export async function saveView(view: Input<'actions.saveView'>): Promise<void> {
  await client.call('actions.saveView', view)
}

/** Forgets a view; the toast offers to keep it again. */
export async function forgetView(view: ActionView): Promise<void> {
  const report = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })
  try {
    await client.call('actions.forgetView', { id: view.id })
    showToast({
      message: i18n.t('actions:views.forgotten', { name: view.name }),
      action: { label: i18n.t('common:undo'), run: () => void saveView({ ...view, id: null }).catch(report) },
    })
  } catch (error) {
    report(error)
  }
}
