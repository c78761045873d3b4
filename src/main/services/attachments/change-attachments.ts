/** What adding, renaming and removing a file does to its record. */
import { AppError } from '../../../shared/errors.ts'
import type { Attachment } from '../../../shared/model/attachment.ts'
import { attachmentNamed, cleanAttachmentName, freeAttachmentName, MAX_ATTACHMENTS } from '../../../shared/model/attachment-name.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { renameLinks } from '../../../shared/markdown/links.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { Content } from '../../workspace/attachments/incoming-file.ts'
import type { Transaction } from '../../workspace/port.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { readToChange } from '../records/record-checks.ts'
import { refuseAdopted } from '../records/record-patch.ts'
import { notFound, refusedField } from '../service-context.ts'

/** A content that is in the workspace and is to belong to a record. */
export interface NewAttachment {
  /** As the system has it. */
  readonly name: string
  readonly content: Content
  /** ISO 8601 instant. */
  readonly at: string
}

/** A file of a record, as the window that means it last saw the record. */
export interface AttachmentTarget {
  readonly id: string
  readonly baseRev: number
  readonly name: string
}

/** @throws AppError NOT_FOUND, ADOPTED, INVALID_INPUT when it has as many files as a record may have */
export function refuseToAdd(record: AnyRecord | undefined, id: string): asserts record is AnyRecord {
  if (!record) throw notFound(id)
  if (record.trashed) throw notFound(id, `“${record.title}” is in the trash. Nothing was changed. Restore it first.`)
  refuseAdopted(record, ['attachments'])
  if (record.attachments.length < MAX_ATTACHMENTS) return
  throw new AppError(
    'INVALID_INPUT',
    `“${record.title}” has ${MAX_ATTACHMENTS} files, and no record has more. Nothing was changed; remove one, or put the file into another record.`,
    { problem: 'tooMany' },
  )
}

/** Answers the attachment: the one that has this content already, or a new one under a free name. */
export async function addAttachment(transaction: Transaction, id: string, { name, content, at }: NewAttachment): Promise<Attachment> {
  const record = await transaction.read(id)
  const same = record?.attachments.find(({ sha256 }) => sha256 === content.sha256)
  if (same && !record?.trashed) return same
  refuseToAdd(record, id)
  const free = freeAttachmentName(
    cleanAttachmentName(name),
    record.attachments.map((attachment) => attachment.name),
  )
  const attachment: Attachment = { name: free, ...content, addedAt: at }
  transaction.put({ ...record, attachments: [...record.attachments, attachment] }, record.rev)
  return attachment
}

async function readWithFile(transaction: Transaction, { id, baseRev, name }: AttachmentTarget) {
  const record = await readToChange(transaction, id, baseRev)
  refuseAdopted(record, ['attachments'])
  return { record, attachment: fileOf(record, name) }
}

/** @throws AppError NOT_FOUND */
export function fileOf(record: AnyRecord, name: string): Attachment {
  const found = attachmentNamed(record.attachments, name)
  if (found) return found
  throw new AppError('NOT_FOUND', `“${record.title}” has no file of that name any more. Nothing was changed.`, { id: record.id })
}

/** @throws AppError NOT_FOUND, CONFLICT, ADOPTED, INVALID_INPUT when another file of the record has the name */
export async function renameAttachment(transaction: Transaction, target: AttachmentTarget, to: string): Promise<void> {
  const { record, attachment } = await readWithFile(transaction, target)
  const name = to.normalize('NFC')
  const other = attachmentNamed(record.attachments, name)
  if (other && other !== attachment) throw refusedField('to', 'sameName', `This record has another file called “${other.name}”.`)
  if (name === attachment.name) return
  const attachments = record.attachments.map((one) => (one === attachment ? { ...one, name } : one))
  const key = linkKey(attachment.name)
  const { body } = renameLinks(record.body, (written, { embed }) => embed && linkKey(written) === key, name)
  transaction.put(withFollowUpCarried({ ...record, attachments, body }, record.body, { samePlaces: true }), record.rev)
}

/** @throws AppError NOT_FOUND, CONFLICT, ADOPTED */
export async function removeAttachment(transaction: Transaction, target: AttachmentTarget): Promise<void> {
  const { record, attachment } = await readWithFile(transaction, target)
  transaction.put({ ...record, attachments: record.attachments.filter((one) => one !== attachment) }, record.rev)
}
