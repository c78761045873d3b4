/** A change of one action, in its text or in the log beside an adopted one. */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { changeTask, type TaskChange } from '../../../shared/markdown/change-task.ts'
import { entriesOfChange, tasksWithFollowUp } from '../../../shared/markdown/follow-up.ts'
import { findTasks, type Task } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { MAX_BODY, MAX_ITEMS } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { notFound, refusedField } from '../service-context.ts'

/** The action on `line` when it still says `text`, else the nearest that does: lines above it may have come and gone. */
function placeOf(tasks: readonly Task[], line: number, text: string): number {
  const distance = (at: number) => Math.abs((tasks[at]?.line ?? 0) - line)
  const same = tasks.flatMap((task, at) => (task.text === text ? [at] : []))
  return same.toSorted((a, b) => distance(a) - distance(b))[0] ?? -1
}

/** @throws AppError INVALID_INPUT */
function changedBody(record: AnyRecord, line: number, change: TaskChange): string {
  const body = changeTask(record.body, line, change)
  if (body === null)
    throw refusedField('change', 'notWritable', `“${record.title}” cannot hold this on the action's line: a name has brackets in it.`)
  if (body.length > MAX_BODY) throw refusedField('change', 'tooLong', `The text of “${record.title}” would become too long.`)
  return body
}

/** The record with one action changed; the same one when all is so already. @throws AppError CONFLICT, INVALID_INPUT, also with `future` */
export function withActionChanged(record: AnyRecord, { line, text, change }: Input<'actions.change'>, today: string): AnyRecord {
  if (change.remark && change.remark.on > today) throw refusedField('change', 'future', 'The day of the remark lies in the future.')
  const asked: TaskChange = {
    today,
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.due === undefined ? {} : { due: change.due }),
    ...(change.responsible === undefined ? {} : { responsible: change.responsible }),
    ...(change.remark === undefined ? {} : { remark: change.remark }),
  }
  const tasks = findTasks(record.body)
  const at = placeOf(tasks, line, text)
  const task = tasks[at]
  if (!task)
    throw new AppError('CONFLICT', `“${record.title}” has no such action any more; its text was changed. Nothing was written.`, {
      title: record.title,
    })
  if (record.kind !== 'meeting' || !isAdoptedText(record)) {
    const body = changedBody(record, task.line, asked)
    return body === record.body ? record : { ...record, body }
  }
  const entries = entriesOfChange(tasksWithFollowUp(tasks, record.followUp).tasks, at, asked)
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

/** @returns whether anything was to be written. @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT */
export async function changeAction(transaction: Transaction, input: Input<'actions.change'>, today: string): Promise<boolean> {
  const current = await transaction.read(input.recordId)
  if (!current) throw notFound(input.recordId)
  if (current.trashed) throw notFound(current.id, `“${current.title}” is in the trash. Nothing was changed. Restore it first.`)
  const record = withActionChanged(current, input, today)
  if (record === current) return false
  transaction.put(record, current.rev)
  return true
}
