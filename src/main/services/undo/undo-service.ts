/** Undo: belongs to the window that gave the command, and lasts the sitting. */
import { AppError } from '../../../shared/errors.ts'
import type { recordMethods } from '../../../shared/contract/records.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { applyUndo, notUndoable } from './apply-undo.ts'

/** The store refuses a state whose name or code has been given away since. */
function nameGone(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'TITLE_TAKEN') throw error
  throw notUndoable('nameTaken', `This cannot be undone. ${error.message}`, { other: error.details['other'] })
}

export function undoService({ session, author, clock }: ServiceContext): Service<Pick<typeof recordMethods, 'undo.apply'>> {
  return {
    /** Taking back what was taken back does it again. */
    'undo.apply': ({ revision }, { client }) =>
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
        const { value, commit } = await open.change(by, client, (transaction) => applyUndo(transaction, step, by, at)).catch(nameGone)
        open.undo.forget(revision)
        return { commit, records: value.map((id) => open.workspace.head(id)).filter((head) => head !== undefined) }
      }),
  }
}
