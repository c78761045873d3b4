/** An existing record with what a file says of it. */
import { highestOf } from '../../shared/model/classification-level.ts'
import { hasLog } from '../../shared/model/kept-log.ts'
import { systemFields } from '../../shared/model/common.ts'
import { jsonEqual } from '../../shared/json-equal.ts'
import type { Attachment } from '../../shared/model/attachment.ts'
import { freeAttachmentName, attachmentNamed } from '../../shared/model/attachment-name.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { withFollowUpCarried } from '../services/meetings/follow-through.ts'
import { cleanAliases } from '../services/records/record-names.ts'
import type { AttachedFile } from './attached-files.ts'
import type { ReadFile } from './read-properties.ts'

/** Lists that a plain file adds to: what was added here is not taken away by a program that does not know of it. */
const ADDED_TO: ReadonlySet<string> = new Set(['tags', 'countries'])

/** `itself`: a file of ours with the record's id. `another`: one of ours with another id. */
export type FileOf = 'itself' | 'another' | 'plain'

/**
 * The record takes the fields and the body that the file says; a file of ours says all that front matter has. Its files
 * stay, with those of the file: see {@link filesTogether}.
 */
export function changedBy(existing: AnyRecord, { record, said }: ReadFile, from: FileOf): AnyRecord {
  const isOurs = from !== 'plain'
  const fields: Record<string, unknown> = {}
  for (const field of said) {
    const incoming = valueOf(record, field)
    fields[field] = !isOurs && ADDED_TO.has(field) ? together(valueOf(existing, field), incoming) : incoming
  }
  // what another file says of its own text is nothing against this one
  if (from !== 'itself' && said.has('classification'))
    fields['classification'] = highestOf([existing.classification, record.classification])
  const title = from === 'itself' ? record.title : existing.title
  // links that call it by its title so far go on to find it
  const aliases =
    from !== 'itself'
      ? cleanAliases(title, [...existing.aliases, ...record.aliases])
      : [title, ...record.aliases].some((name) => linkKey(name) === linkKey(existing.title))
        ? record.aliases
        : [...record.aliases, existing.title]
  const changed = {
    ...existing,
    ...fields,
    title,
    aliases,
    extra: isOurs ? record.extra : { ...existing.extra, ...record.extra },
    body: record.body,
    attachments: record.attachments,
  } as AnyRecord
  // what was recorded goes with its actions and decisions, unless the file has the log itself
  return hasLog(changed) && hasLog(existing) && jsonEqual(changed.followUp, existing.followUp)
    ? withFollowUpCarried(changed, existing.body)
    : changed
}

/** The files of a record with those that a file brings, each of the latter under the name that it has here. */
export function filesTogether(
  existing: readonly Attachment[],
  incoming: readonly AttachedFile[],
  isOurs: boolean,
): { readonly attachments: readonly Attachment[]; readonly incoming: readonly AttachedFile[] } {
  const attachments = [...existing]
  const named: AttachedFile[] = []
  for (const file of incoming) {
    const inPlace = attachmentNamed(attachments, file.attachment.name)
    const isSame = ({ sha256 }: Attachment) => sha256 === file.attachment.sha256
    // a record may have one content under two names
    const same = inPlace && isSame(inPlace) ? inPlace : attachments.find(isSame)
    if (same) named.push({ ...file, attachment: same })
    else if (isOurs && inPlace) {
      const attachment = { ...file.attachment, name: inPlace.name }
      attachments[attachments.indexOf(inPlace)] = attachment
      named.push({ ...file, attachment })
    } else {
      const free = freeAttachmentName(
        file.attachment.name,
        attachments.map(({ name }) => name),
      )
      const attachment = { ...file.attachment, name: free }
      attachments.push(attachment)
      named.push({ ...file, attachment })
    }
  }
  return { attachments, incoming: named }
}

const SYSTEM = new Set(Object.keys(systemFields.shape).filter((key) => key !== 'title'))

/** Two versions say the same. */
export const saysTheSame = (one: AnyRecord, other: AnyRecord): boolean => jsonEqual(contentOf(one), contentOf(other))

const contentOf = (record: AnyRecord): object => Object.fromEntries(Object.entries(record).filter(([key]) => !SYSTEM.has(key)))

const valueOf = (record: object, field: string): unknown => (record as Readonly<Record<string, unknown>>)[field]

const together = (one: unknown, other: unknown) => [...new Set([...(one as readonly unknown[]), ...(other as readonly unknown[])])]
