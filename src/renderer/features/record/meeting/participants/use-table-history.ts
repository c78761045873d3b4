/** Taking back in the table: one change at a time, and only what was done in it since it was opened. */
import { useRef } from 'react'
import { jsonEqual } from '../../../../../shared/json-equal.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import type { FieldHandle } from '../../properties/use-field.ts'

interface Step {
  readonly before: Participant[]
  readonly after: Participant[]
}

/** `changedElsewhere`: the list is not as the step left it, and nothing was taken back. */
export type Taken = 'done' | 'nothing' | 'changedElsewhere'

export interface TableField extends FieldHandle<Participant[]> {
  /** Goes on with the last change: both are taken back together. */
  readonly amend: (value: Participant[]) => void
  readonly undo: () => Taken
  readonly redo: () => Taken
}

const MOST = 200

/** `onStep`: the list is changed by the table, or a change of it taken back. */
export function useTableHistory(field: FieldHandle<Participant[]>, onStep: () => void): TableField {
  const steps = useRef<{ undo: Step[]; redo: Step[] }>({ undo: [], redo: [] })
  const { current, set } = field
  const write = (after: Participant[], amends: boolean) => {
    const { undo } = steps.current
    const now = current()
    const last = undo.at(-1)
    const begun = amends && last && jsonEqual(last.after, now) ? last : null
    const before = begun ? begun.before : now
    const kept = begun ? undo.slice(0, -1) : undo
    steps.current = { undo: jsonEqual(before, after) ? kept : [...kept, { before, after }].slice(-MOST), redo: [] }
    set(after)
    onStep()
  }
  return {
    ...field,
    set: (value) => write(value, false),
    amend: (value) => write(value, true),
    undo: () => {
      const { undo, redo } = steps.current
      const step = undo.at(-1)
      if (!step) return 'nothing'
      if (!jsonEqual(current(), step.after)) return 'changedElsewhere'
      steps.current = { undo: undo.slice(0, -1), redo: [...redo, step] }
      set(step.before)
      onStep()
      return 'done'
    },
    redo: () => {
      const { undo, redo } = steps.current
      const step = redo.at(-1)
      if (!step) return 'nothing'
      if (!jsonEqual(current(), step.before)) return 'changedElsewhere'
      steps.current = { undo: [...undo, step], redo: redo.slice(0, -1) }
      set(step.after)
      onStep()
      return 'done'
    },
  }
}
