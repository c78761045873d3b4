/** The links of a record's text that may lead to records. */
import { attachmentNamed } from '../model/attachment-name.ts'
import type { AnyRecord } from '../model/record.ts'
import { findLinks, type LinkSpan } from './links.ts'

type Text = Pick<AnyRecord, 'body' | 'attachments'>

/** True for `![[name]]` of one of the record's own files. */
export const showsOwnFile = ({ attachments }: Pick<Text, 'attachments'>, { embed, target }: LinkSpan): boolean =>
  embed && attachmentNamed(attachments, target) !== undefined

/** As {@link findLinks}, without what shows the record's own files. */
export const linksToRecords = (record: Text): LinkSpan[] => findLinks(record.body).filter((link) => !showsOwnFile(record, link))
