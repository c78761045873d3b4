/** What differs between the files of two versions of a record, as a person would say it. Pure. */
import type { Attachment } from './attachment.ts'

export interface AttachmentChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** The same content under another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
}

type Named = Pick<Attachment, 'name' | 'sha256'>

/** Names of the files that came, went, or got another name; in the order in which the record has them. */
export function attachmentChanges(before: readonly Named[], after: readonly Named[]): AttachmentChanges {
  const isSame = (one: Named) => (other: Named) => one.name === other.name && one.sha256 === other.sha256
  const gone = before.filter((file) => !after.some(isSame(file)))
  const renamed: { from: string; to: string }[] = []
  const added: string[] = []
  for (const file of after.filter((one) => !before.some(isSame(one)))) {
    const at = gone.findIndex(({ sha256 }) => sha256 === file.sha256)
    const [from] = at < 0 ? [] : gone.splice(at, 1)
    if (from) renamed.push({ from: from.name, to: file.name })
    else added.push(file.name)
  }
  return { added, removed: gone.map(({ name }) => name), renamed }
}
