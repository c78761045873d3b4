/** What a form asks of an action. Pure. */
import type { ActionRow } from '../../../shared/contract/actions.ts'
import { sameNames, type SeenAction } from '../../../shared/markdown/as-seen.ts'
import type { ActionChange } from '../../parts/actions/change-action.ts'
import type { DateProblem, ParsedDate } from '../../parts/dates/parse-date.ts'

export interface FilledForm {
  readonly responsible: readonly string[]
  /** A partial date, or empty. */
  readonly due: string
  readonly state: ActionRow['state']
  readonly remark: string
  /** The day of the remark. */
  readonly on: string
}

type Standing = Pick<SeenAction, 'responsible' | 'due' | 'state'>

/** Only what differs from the action as it was seen. */
export function changeOf(action: Standing, { responsible, due, state, remark, on }: FilledForm): ActionChange {
  const isSame = responsible.length === action.responsible.length && responsible.every((name, at) => name === action.responsible[at])
  return {
    ...(state === action.state ? {} : { state }),
    ...(due === action.due ? {} : { due }),
    ...(isSame ? {} : { responsible: [...responsible] }),
    ...(remark.trim() === '' ? {} : { remark: { on, text: remark.trim() } }),
  }
}

/** A form that was filled over an action as it was seen, over the action as it is now: what was not touched is what stands there. */
export function refilled<F extends Standing>(form: F, seen: Standing, now: Standing): F {
  return {
    ...form,
    responsible: sameNames(form.responsible, seen.responsible) ? now.responsible : form.responsible,
    due: form.due === seen.due ? now.due : form.due,
    state: form.state === seen.state ? now.state : form.state,
  }
}

type DayProblem = 'form.wholeDay' | 'form.future' | 'fields:problem.date' | `fields:problem.${Exclude<DateProblem, 'unreadable'>}`

/** What is wrong with the day of a remark, as a key of its words: it is a whole day, and has come. */
export function remarkDayProblem(read: ParsedDate, today: string): DayProblem | undefined {
  if (!read.ok) return read.problem === 'unreadable' ? 'fields:problem.date' : `fields:problem.${read.problem}`
  if (read.value.length < 10) return 'form.wholeDay'
  return read.value > today ? 'form.future' : undefined
}
