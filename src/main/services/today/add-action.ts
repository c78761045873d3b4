/** An action that was jotted down, at the end of a text. */
import type { z } from '../../../shared/model/zod.ts'
import type { todayMethods } from '../../../shared/contract/today.ts'
import { findTasks, formatTask } from '../../../shared/markdown/tasks.ts'
import { MAX_BODY } from '../../../shared/model/common.ts'
import { recordInput } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { changeRecord } from '../records/change-record.ts'
import { createRecord, type Creation } from '../records/create-record.ts'
import { refuseAdopted } from '../records/record-patch.ts'
import { refusedField } from '../service-context.ts'

type Asked = z.output<(typeof todayMethods)['today.addAction']['input']>

const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/

/** After a list it goes on with it, else it stands in a paragraph of its own. No byte of the text changes. */
export function withLastLine(body: string, line: string): string {
  const eol = body.includes('\r\n') ? '\r\n' : '\n'
  const ended = body === '' || /[\r\n]$/u.test(body) ? body : body + eol
  const text = body.trimEnd()
  const last = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
  const lineBreaks = ended.slice(text.length).match(/\r\n|\n|\r/gu)?.length ?? 0
  const isParted = text === '' || LIST_ITEM.test(last) || lineBreaks > 1
  return `${ended}${isParted ? '' : eol}${line}${eol}`
}

/** @throws AppError INVALID_INPUT: brackets in a name, or a text that ends in code */
function added(body: string, { text, responsible, due }: Asked): { readonly body: string; readonly line: number } {
  const line = formatTask({ text, responsible, due, created: '', done: '', cancelled: '', state: 'open' })
  const next = withLastLine(body, line)
  const before = findTasks(body).length
  const tasks = findTasks(next)
  const own = tasks.at(-1)
  const isWhole = own && tasks.length === before + 1 && own.due === due && own.responsible.join('|') === responsible.join('|')
  if (!isWhole) throw refusedField('text', 'notWritable', 'These words cannot be written as an action at the end of that text.')
  if (next.length > MAX_BODY) throw refusedField('text', 'tooLong', 'That text would become too long.')
  return { body: next, line: own.line }
}

/** @returns the record's id and the line. @throws AppError NOT_FOUND, ADOPTED, TITLE_TAKEN, INVALID_INPUT */
export async function addAction(
  transaction: Transaction,
  input: Asked,
  creation: Creation,
  today: string,
): Promise<{ id: string; line: number }> {
  const holder = input.into === null ? transaction.holder(input.note) : undefined
  const id = input.into ?? (holder?.kind === 'note' ? holder.id : null)
  if (id === null) {
    const { body, line } = added('', input)
    const note = recordInput.parse({ kind: 'note', title: input.note, noteType: 'note for the file', date: today, body })
    await createRecord(transaction, note, creation)
    return { id: creation.id, line }
  }
  let at = 0
  await changeRecord(transaction, id, (current) => {
    refuseAdopted(current, ['body'])
    const { body, line } = added(current.body, input)
    at = line
    return { ...current, body }
  })
  return { id, line: at }
}
