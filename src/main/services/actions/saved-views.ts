/** Ways to look at the actions that are kept: settings of the workspace, as searches are. */
import type { ActionView } from '../../../shared/contract/actions.ts'
import { MAX_VIEWS } from '../../workspace/manifest-file.ts'
import type { NewId, Workspace } from '../../workspace/port.ts'
import { entryToKeep, withEntry, withoutEntry } from '../kept-entries.ts'

type ViewToSave = Omit<ActionView, 'id'> & { readonly id: string | null }

const words = { one: 'view', many: 'views' } as const

/** @throws AppError NOT_FOUND, INVALID_INPUT when its name is empty or taken, READ_ONLY, DISK_FULL, IO */
export async function saveView(workspace: Workspace, view: ViewToSave, newId: NewId): Promise<ActionView> {
  const saved = entryToKeep<ActionView>(view, newId)
  await workspace.configure((now) => ({ ...now, actionViews: withEntry(now.actionViews, saved, view.id === null, MAX_VIEWS, words) }))
  return saved
}

/** @throws AppError NOT_FOUND, READ_ONLY, DISK_FULL, IO */
export async function forgetView(workspace: Workspace, id: string): Promise<void> {
  await workspace.configure((now) => ({ ...now, actionViews: withoutEntry(now.actionViews, id, words) }))
}
