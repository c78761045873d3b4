/** A decision gets another number, and what was said to be superseded by it goes on saying so. */
import type { Input, Output } from '../../../shared/contract/index.ts'
import { SUPERSEDED } from '../../../shared/markdown/follow-up.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { Transaction } from '../../workspace/port.ts'
import { changeRecord } from '../records/change-record.ts'
import type { RecordIndex } from '../record-index.ts'
import { refusedField } from '../service-context.ts'
import { isUnclearWithin, renumbered } from './change-decision.ts'
import type { DecisionRegister } from './decision-register.ts'

/** The record with another name for the decision that took the place of some of its own; the same record when it names no such one. */
export function renamedSuccessor(record: AnyRecord, from: string, to: string): AnyRecord {
  if (!hasLog(record)) return record
  const old = linkKey(from)
  const names = ({ of, change, value }: (typeof record.followUp)[number]) =>
    of === 'decision' && change === 'status' && value.startsWith(SUPERSEDED) && linkKey(value.slice(SUPERSEDED.length)) === old
  if (!record.followUp.some(names)) return record
  return { ...record, followUp: record.followUp.map((entry) => (names(entry) ? { ...entry, value: `${SUPERSEDED}${to}` } : entry)) }
}

/**
 * Stages the new number, with the actions of the text that name it, and in the same transaction the logs that name the decision by its
 * old one. Where another decision bears that too nobody can say which is meant: those logs stay as they are, and where it is one of the
 * same text, its actions.
 * @returns the texts that stay so. @throws AppError NOT_FOUND, CONFLICT, ADOPTED, INVALID_INPUT
 */
export async function renumberDecision(
  transaction: Transaction,
  input: Input<'decisions.renumber'>,
  { index, decisions }: { readonly index: RecordIndex; readonly decisions: DecisionRegister },
): Promise<Output<'decisions.renumber'>['unclear']> {
  const from = input.number || input.title
  const to = input.newNumber.trim()
  const names = await decisions.current()
  const bearers = linkKey(to) === linkKey(input.number) ? [] : index.headsOf(new Set(names.clashesOf({ number: to, title: '' }, -1)))
  if (bearers.length > 0) {
    const where = bearers.map(({ title }) => `“${title}”`).join(', ')
    throw refusedField('newNumber', 'taken', `Another decision has the number ${to} already, in ${where}.`)
  }
  const isCertain = names.bearers(from) < 2
  const naming = index.headsOf(names.rowsNaming(from))
  const rename = (record: AnyRecord) => (isCertain ? renamedSuccessor(record, from, to) : record)
  let isUnclear = false
  const isChanged = await changeRecord(transaction, input.recordId, (record) => {
    isUnclear = isUnclearWithin(record, from)
    const next = renumbered(record, input)
    return next === record ? record : rename(next)
  })
  if (!isChanged) return []
  if (!isCertain) {
    const own = isUnclear ? index.head(input.recordId) : undefined
    const unclear = [...(own ? [own] : []), ...naming.filter(({ id }) => id !== own?.id)]
    return unclear.map(({ id, kind, title }) => ({ id, kind, title }))
  }
  for (const { id } of naming) {
    const record = id === input.recordId ? null : await transaction.read(id)
    const next = record && rename(record)
    if (record && next && next !== record) transaction.put(next, record.rev)
  }
  return []
}
