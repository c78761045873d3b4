/** Actions read out of bodies, as rows of a list. */
import type { Output } from '../../../shared/contract/index.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { ListedTask } from '../derived/facts.ts'
import { textDate } from '../head-text.ts'
import type { RecordIndex } from '../record-index.ts'
import type { ActionPlace } from './action-order.ts'

export type ActionRow = Output<'actions.list'>['rows'][number]

/** Names as the records are called now, each once: an adopted text and its log keep the names of their day. */
export const namesNow = (index: RecordIndex, names: readonly string[]): string[] => [
  ...new Set(names.map((name) => index.target(name)?.title ?? name)),
]

function rowOf(index: RecordIndex, head: RecordHead, task: ListedTask): ActionRow {
  return {
    recordId: head.id,
    recordKind: head.kind,
    recordTitle: head.title,
    recordDate: textDate(head),
    classification: head.classification,
    adopted: isAdoptedText(head),
    ...task,
    responsible: namesNow(index, task.responsible),
    unknown: task.responsible.filter((name) => !index.target(name)),
  }
}

/** Shows actions; those of one record are read once. */
export class ActionReader {
  readonly #index: RecordIndex
  #last: { readonly row: number; readonly head: RecordHead | undefined; readonly tasks: readonly ListedTask[] } | undefined

  constructor(index: RecordIndex) {
    this.#index = index
  }

  /** The action at a place; undefined when its record has gone since. */
  at({ row, ordinal }: Pick<ActionPlace, 'row' | 'ordinal'>): ActionRow | undefined {
    if (this.#last?.row !== row) this.#last = { row, head: this.#index.headAt(row), tasks: this.#index.tasks(row) }
    const { head, tasks } = this.#last
    const task = tasks[ordinal]
    return head && task && rowOf(this.#index, head, task)
  }
}

/** The places of one record's actions, in the order of its text. */
export const placesOf = (index: RecordIndex, row: number): ActionPlace[] =>
  Array.from(index.dues(row), (packed, ordinal) => ({ row, ordinal, packed }))
