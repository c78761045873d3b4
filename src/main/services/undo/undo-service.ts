/** Undo: belongs to the window that gave the command, and lasts the sitting. */
import type { recordMethods } from '../../../shared/contract/records.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { written } from '../workspace/open-workspace.ts'
import { applyUndo } from './apply-undo.ts'
import { notUndoable } from './record-before.ts'

export function undoService({ session, author, clock }: ServiceContext): Service<Pick<typeof recordMethods, 'undo.apply'>> {
  return {
    /** Taking back what was taken back does it again. */
    'undo.apply': ({ revision, leaveChanged }, { client }) =>
      session.use(async (open) => {
        const step = open.undo.step(revision)
        if (!step || step.client !== client) {
          throw notUndoable(
            'unknown',
            'This cannot be undone any more: it was done in another window or sitting, or too long ago. Nothing was changed.',
          )
        }
        const by = author()
        const at = new Date(clock()).toISOString()
        const undoing = { step, leaveChanged, versions: open.workspace, by, at }
        const { value, commit } = await open.change(by, client, (transaction) => applyUndo(transaction, undoing), { kind: 'command' })
        open.undo.forget(revision)
        const records = value.ids.map((id) => open.workspace.head(id)).filter((head) => head !== undefined)
        return { commit: written(commit), records, left: value.left }
      }),
  }
}
