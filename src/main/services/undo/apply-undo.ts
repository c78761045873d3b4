/** Takes a commit back, in all its records or in none; or, when it is asked to, in those that nobody has changed since. */
import type { LeftInPlace } from '../../../shared/contract/records.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { Going } from './record-before.ts'
import { UndoPlan } from './undo-plan.ts'
import type { UndoStep } from './undo-step.ts'

export interface Undoing extends Going {
  readonly step: UndoStep
  /** What was changed since stays as it is, and the others go back. */
  readonly leaveChanged: boolean
}

export interface Undone {
  readonly ids: readonly string[]
  readonly left: LeftInPlace | null
}

/** @throws AppError NOT_UNDOABLE */
export async function applyUndo(transaction: Transaction, { step, leaveChanged, ...going }: Undoing): Promise<Undone> {
  const plan = await UndoPlan.of(transaction, step, going)
  const { refusal } = plan
  if (refusal && plan.size === 0) throw refusal
  const left = await plan.left()
  if (refusal && left && !leaveChanged) throw withOthers(refusal, left, plan.size)
  const ids: string[] = []
  for await (const { current, restored } of plan.goingBack()) {
    transaction.put(restored, current.rev)
    ids.push(current.id)
  }
  return { ids, left }
}

/** The refusal of the first record, which says what can be taken back all the same. */
function withOthers(refusal: AppError, left: LeftInPlace, others: number): AppError {
  const named = left.records.flatMap(({ title }) => (title === '' ? [] : [`“${title}”`]))
  const more = left.count - named.length
  const which = [...named, ...(more > 0 && named.length > 0 ? [`${more} more`] : [])].join(', ')
  const message =
    `Not all of this can go back, because something else happened since to ${left.count} of its ${left.count + others} records` +
    `${which === '' ? '' : `: ${which}`}. Nothing was changed. ${others === 1 ? 'The other one' : `The other ${others}`} can be taken back.`
  return new AppError(refusal.code, message, { ...refusal.details, left, others })
}
