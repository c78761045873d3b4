/** What a form asks of an action. Pure. */
import type { ActionRow } from '../../../shared/contract/actions.ts'
import type { ActionChange } from '../../parts/actions/change-action.ts'

export interface FilledForm {
  readonly responsible: readonly string[]
  /** A partial date, or empty. */
  readonly due: string
  readonly state: ActionRow['state']
  readonly remark: string
  /** The day of the remark. */
  readonly on: string
}

/** Only what differs: what others have changed meanwhile stays theirs. */
export function changeOf(action: ActionRow, { responsible, due, state, remark, on }: FilledForm): ActionChange {
  const isSame = responsible.length === action.responsible.length && responsible.every((name, at) => name === action.responsible[at])
  return {
    ...(state === action.state ? {} : { state }),
    ...(due === action.due ? {} : { due }),
    ...(isSame ? {} : { responsible: [...responsible] }),
    ...(remark.trim() === '' ? {} : { remark: { on, text: remark.trim() } }),
  }
}
