/** A new record: defaults come from the schema, the store sets id-independent system fields itself. */
import type { Author } from '../../../shared/model/common.ts'
import type { AnyRecord, NewRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { refusedField } from '../service-context.ts'
import { refuseTakenCode, refuseTakenNames } from './record-checks.ts'
import { cleanAliases, cleanName } from './record-names.ts'

export interface Creation {
  readonly id: string
  readonly author: Author
  /** ISO 8601 instant. */
  readonly now: string
  readonly index: RecordIndex
}

/** @throws AppError TITLE_TAKEN, INVALID_INPUT when another country has the code */
export async function createRecord(transaction: Transaction, input: NewRecord, { id, author, now, index }: Creation): Promise<void> {
  // a file comes with its bytes: `attachments.begin`
  if (input.attachments.length > 0) throw refusedField('record.attachments', 'notHere', 'Files are added to a record that is there.')
  if (input.kind === 'meeting') refuseLaterLife(input)
  if ((input.kind === 'meeting' || input.kind === 'note') && input.followUp.length > 0)
    throw refusedField('record.followUp', 'notHere', 'What followed a text is recorded after it was made.')
  const title = cleanName(input.title)
  const system = { id, rev: 1, createdAt: now, createdBy: author, updatedAt: now, updatedBy: author, trashed: null }
  const record: AnyRecord = { ...input, ...system, title, aliases: cleanAliases(title, input.aliases) }
  refuseTakenNames(transaction, record, [record.title, ...record.aliases], index)
  if (record.kind === 'country') refuseTakenCode(transaction, record, 'record.code')
  transaction.put(record, 0)
}

/** What comes with adoption and after it is recorded step by step. The sample and an import bring texts that are adopted already. */
function refuseLaterLife({ stage, adoptedHash, corrigenda, draftCorrigendum }: Extract<NewRecord, { kind: 'meeting' }>): void {
  if (stage === 'adopted') throw refusedField('record.stage', 'notHere', 'A text is adopted after it was made.')
  if (adoptedHash !== '' || corrigenda.length > 0 || draftCorrigendum)
    throw refusedField('record.adoptedHash', 'notHere', 'A fingerprint is taken when a text is adopted, and a corrigendum issued after it.')
}
