/** What the files of records are called, kept current: a name that another content has depends on all of them. */
import type { Attachment } from '../../../shared/model/attachment.ts'
import { ATTACHMENTS, AttachmentFiles } from '../attachment-files.ts'

type Named = Pick<Attachment, 'name' | 'sha256'>

const isSame = (one: readonly Named[], other: readonly Named[]) =>
  one.length === other.length && one.every(({ name, sha256 }, at) => name === other[at]?.name && sha256 === other[at].sha256)

export class KeptAttachments {
  readonly #ofRecord = new Map<string, readonly Named[]>()
  /** The names of the files of each record, as they are settled. */
  #called = new Map<string, string>()
  #files = new AttachmentFiles()
  #wanted: ReadonlyMap<string, string> = new Map()
  #isStale = false

  /** The files of a record that leave; none: it has none, or does not leave. */
  set(id: string, attachments: readonly Named[]): void {
    if (isSame(this.#ofRecord.get(id) ?? [], attachments)) return
    if (attachments.length === 0) this.#ofRecord.delete(id)
    else {
      const named = attachments.map(({ name, sha256 }) => ({ name, sha256 }))
      this.#ofRecord.set(id, named)
    }
    this.#isStale = true
  }

  /** Works the names out again when records have other files. @returns the records whose files are called otherwise now */
  settle(): string[] {
    if (!this.#isStale) return []
    this.#isStale = false
    const inOrder = [...this.#ofRecord].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const files = new AttachmentFiles()
    for (const [, attachments] of inOrder) files.add(attachments)
    const called = new Map(inOrder.map(([id, attachments]) => [id, attachments.map((one) => files.fileOf(one)).join('/')]))
    const others = [...called].filter(([id, names]) => this.#called.get(id) !== names)
    this.#called = called
    this.#files = files
    this.#wanted = new Map(
      inOrder.flatMap(([, attachments]) => attachments.map((one) => [`${ATTACHMENTS}/${files.fileOf(one)}`, one.sha256])),
    )
    return others.map(([id]) => id)
  }

  get files(): AttachmentFiles {
    return this.#files
  }

  /** The hash of every file that leaves, by its path. The same object until one is another. */
  get wanted(): ReadonlyMap<string, string> {
    return this.#wanted
  }
}
