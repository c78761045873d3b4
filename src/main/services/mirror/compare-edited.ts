/** What an edited file of the mirror says otherwise, for the person who decides about it. */
import type { MirrorComparison } from '../../../shared/contract/mirror.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Mirror } from '../../export/mirror/mirror.ts'
import type { MirrorRun } from '../../export/mirror/mirror-run.ts'
import type { Workspace } from '../../workspace/port.ts'
import { compareRecords, compareTexts } from '../history/compare-records.ts'
import { editedFields, readEdited } from './take-in.ts'

/** @throws AppError NOT_FOUND, INVALID_INPUT, and why the folder cannot be used */
export async function compareEdited(workspace: Workspace, mirror: Mirror | undefined, path: string): Promise<MirrorComparison> {
  let compared: MirrorComparison | undefined
  await mirror?.reading(async (run) => {
    const id = run.writer.conflicts.get(path)?.id
    const current = id ? await workspace.read(id) : undefined
    if (!current) throw gone()
    compared = await compare(workspace, run, path, current)
  })
  if (!compared) throw gone()
  return compared
}

const gone = () => new AppError('NOT_FOUND', 'There is no such file any more, or its record is gone.')

async function compare(workspace: Workspace, run: MirrorRun, path: string, current: AnyRecord): Promise<MirrorComparison> {
  const { id, title } = current
  const { edited, seen } = await readEdited(workspace, run, path, id)
  try {
    const update = await editedFields(workspace, run.plan, edited)
    const diff = await compareRecords(current, { ...current, ...update?.patch } as AnyRecord, false)
    return { title, of: 'record', ...diff, fields: [...diff.fields], refused: null, seen }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // nothing of it can be told field by field
    const wanted = await run.plan.want(id)
    const written = wanted === undefined || wanted === 'damaged' ? run.plan.textOf(current, path) : new TextDecoder().decode(wanted.bytes)
    const { change, ...words } = await compareTexts('body', written, edited.text, false)
    return { title, of: 'file', ...words, fields: [change], refused: error.message, seen }
  }
}
