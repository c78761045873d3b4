/** A change of one action, in its text or in the log beside an adopted one. */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { isAsSeen, placeOfSeen, type SeenAction } from '../../../shared/markdown/as-seen.ts'
import { changeTask, type TaskChange } from '../../../shared/markdown/change-task.ts'
import { entriesOfChange, tasksWithFollowUp } from '../../../shared/markdown/follow-up.ts'
import { findTasks } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { MAX_BODY, MAX_ITEMS } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { refusedField } from '../service-context.ts'

/** @throws AppError INVALID_INPUT */
function changedBody(record: AnyRecord, line: number, change: TaskChange): string {
  const body = changeTask(record.body, line, change)
  if (body === null)
    throw refusedField('change', 'notWritable', `“${record.title}” cannot hold this on the action's line: a name has brackets in it.`)
  if (body.length > MAX_BODY) throw refusedField('change', 'tooLong', `The text of “${record.title}” would become too long.`)
  return body
}

/** Its text, or its log, has changed since somebody looked. */
function changedMeanwhile({ title }: AnyRecord, actions: readonly SeenAction[], { text }: SeenAction): AppError {
  const [only, other] = actions.filter((action) => action.text === text)
  const now = only && !other ? { line: only.line, text, responsible: [...only.responsible], due: only.due, state: only.state } : null
  const what = now ? 'The action was changed' : 'The text was changed, and has no such action any more or more than one,'
  return new AppError('CONFLICT', `${what} in “${title}” meanwhile. Nothing was written.`, { title, now })
}

interface Asking {
  readonly today: string
  /** Names as lists show them; a text and its log may hold others of the same people. */
  readonly namesNow: (names: readonly string[]) => readonly string[]
}

/** The record with one action changed; the same one when all is so already. @throws AppError CONFLICT, INVALID_INPUT, also with `future` */
export function withActionChanged(record: AnyRecord, input: Input<'actions.change'>, { today, namesNow }: Asking): AnyRecord {
  const { change } = input
  const asShown = <T extends SeenAction>(action: T): T => ({ ...action, responsible: namesNow(action.responsible) })
  const seen = asShown(input.seen)
  if (change.remark && change.remark.on > today) throw refusedField('change', 'future', 'The day of the remark lies in the future.')
  const asked: TaskChange = {
    today,
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.due === undefined ? {} : { due: change.due }),
    ...(change.responsible === undefined ? {} : { responsible: change.responsible }),
    ...(change.remark === undefined ? {} : { remark: change.remark }),
  }
  const tasks = findTasks(record.body)
  const isLogged = record.kind === 'meeting' && isAdoptedText(record)
  const actions = isLogged ? tasksWithFollowUp(tasks, record.followUp).tasks : tasks
  const shown = actions.map(asShown)
  const standing = (wanted: SeenAction) => placeOfSeen(shown, seen.line, (action) => isAsSeen(action, wanted))
  const at = standing(seen)
  if (at === undefined) {
    const wanted = {
      ...seen,
      state: change.state ?? seen.state,
      due: change.due ?? seen.due,
      responsible: namesNow(change.responsible ?? seen.responsible),
    }
    // another window has asked for the same
    if (!change.remark && standing(wanted) !== undefined) return record
    throw changedMeanwhile(record, shown, seen)
  }
  if (!isLogged) {
    const body = changedBody(record, actions[at]?.line ?? seen.line, asked)
    return body === record.body ? record : { ...record, body }
  }
  const entries = entriesOfChange(actions, at, asked)
  if (entries === null)
    throw refusedField(
      'change',
      'notWritable',
      `“${record.title}” cannot record this: a name has brackets in it, or something is too long.`,
    )
  if (record.followUp.length + entries.length > MAX_ITEMS)
    throw refusedField('change', 'tooMany', `“${record.title}” has ${MAX_ITEMS} entries of what followed, which is the most.`)
  return entries.length === 0 ? record : { ...record, followUp: [...record.followUp, ...entries] }
}
