import { findLinks } from '../../shared/markdown/links.ts'
import { attachmentNamed } from '../../shared/model/attachment-name.ts'
import type { Attachment } from '../../shared/model/attachment.ts'
import type { AnyRecord } from '../../shared/model/record.ts'

/** The files of a record that no embed in its text shows. */
export function unshownFiles({ attachments, body }: Pick<AnyRecord, 'attachments' | 'body'>): readonly Attachment[] {
  if (attachments.length === 0) return []
  const shown = new Set(findLinks(body).flatMap(({ target, embed }) => (embed ? (attachmentNamed(attachments, target) ?? []) : [])))
  return attachments.filter((attachment) => !shown.has(attachment))
}
