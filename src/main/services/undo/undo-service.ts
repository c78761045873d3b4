/** Undo: belongs to the window that gave the command, and lasts the sitting. */
import { AppError } from '../../../shared/errors.ts'
import type { recordMethods } from '../../../shared/contract/records.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { written } from '../workspace/open-workspace.ts'
import { applyUndo, notUndoable } from './apply-undo.ts'

/** A rule refuses the state before: its name or code has been given away since, or the text was adopted. */
function refusedByRule(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'TITLE_TAKEN') throw notUndoable('nameTaken', error.message, { other: error.details['other'] })
  if (error.code === 'ADOPTED') throw notUndoable('adopted', error.message, error.details)
  throw error
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
        const undoing = { step, versions: open.workspace, by, at }
        const { value, commit } = await open
          .change(by, client, (transaction) => applyUndo(transaction, undoing), { kind: 'command' })
          .catch(refusedByRule)
        open.undo.forget(revision)
        return { commit: written(commit), records: value.map((id) => open.workspace.head(id)).filter((head) => head !== undefined) }
      }),
  }
}
