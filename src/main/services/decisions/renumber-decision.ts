/** A decision gets another number, and what was said to be superseded by it goes on saying so. */
import type { Input, Output } from '../../../shared/contract/index.ts'
import { SUPERSEDED } from '../../../shared/markdown/follow-up.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { Transaction } from '../../workspace/port.ts'
import { changeRecord } from '../records/change-record.ts'
import type { RecordIndex } from '../record-index.ts'
import { renumbered } from './change-decision.ts'
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
 * Stages the new number, and in the same transaction the logs that name the decision by its old one. Where another decision bears that
 * too nobody can say which is meant: those logs stay as they are.
 * @returns the texts whose logs stay so. @throws AppError NOT_FOUND, CONFLICT, ADOPTED, INVALID_INPUT
 */
export async function renumberDecision(
  transaction: Transaction,
  input: Input<'decisions.renumber'>,
  { index, decisions }: { readonly index: RecordIndex; readonly decisions: DecisionRegister },
): Promise<Output<'decisions.renumber'>['unclear']> {
  const from = input.number || input.title
  const to = input.newNumber.trim()
  const names = await decisions.current()
  const isCertain = names.bearers(from) < 2
  const naming = index.headsOf(names.rowsNaming(from))
  const rename = (record: AnyRecord) => (isCertain ? renamedSuccessor(record, from, to) : record)
  const isChanged = await changeRecord(transaction, input.recordId, (record) => {
    const next = renumbered(record, input)
    return next === record ? record : rename(next)
  })
  if (!isChanged) return []
  if (!isCertain) return naming.map(({ id, kind, title }) => ({ id, kind, title }))
  for (const { id } of naming) {
    const record = id === input.recordId ? null : await transaction.read(id)
    const next = record && rename(record)
    if (record && next && next !== record) transaction.put(next, record.rev)
  }
  return []
}
