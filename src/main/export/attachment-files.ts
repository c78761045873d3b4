/** The files of records in an export: one folder for all, each under a name that every system and every link can bear. */
import { attachmentNamed, nameParts } from '../../shared/model/attachment-name.ts'
import type { Attachment } from '../../shared/model/attachment.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { cutTo, MAX_STEM, safeFileName } from '../../shared/text/safe-file-name.ts'
import { collisionKey } from './file-names.ts'
import { NO_FILES, writeRow, type FileNames } from './property-values.ts'

export const ATTACHMENTS = 'attachments'

/** Of a path in an export. */
export const isFileOfRecord = (path: string): boolean => path.startsWith(`${ATTACHMENTS}/`)

type Named = Pick<Attachment, 'name' | 'sha256'>

const keyOf = ({ name, sha256 }: Named) => `${sha256} ${name}`

export class AttachmentFiles {
  readonly #files = new Map<string, string>()
  /** Hash and spelling of each file, by its collision key. */
  readonly #taken = new Map<string, { readonly sha256: string; readonly file: string }>()

  /** Names the files of one more record. The same records in the same order give the same names. */
  add(attachments: readonly Named[]): void {
    for (const attachment of attachments)
      if (!this.#files.has(keyOf(attachment))) this.#files.set(keyOf(attachment), this.#assign(attachment))
  }

  /** The name in the folder. */
  fileOf(attachment: Named): string {
    const file = this.#files.get(keyOf(attachment))
    if (file === undefined) throw new Error('A file was not named before it was written.')
    return file
  }

  /** The names that embeds of this record have in its file. */
  namesIn({ attachments }: AnyRecord): FileNames {
    return attachmentNames(
      attachments.map((attachment) => {
        const file = this.fileOf(attachment)
        return { name: attachment.name, file, path: `${ATTACHMENTS}/${file}` }
      }),
    )
  }

  /** What the front matter says of them: name, file where it is another, when it was added, hash. */
  rowsOf({ attachments }: AnyRecord): string[] {
    return attachments.map((attachment) => {
      const file = this.fileOf(attachment)
      const cells = [attachment.name, file === attachment.name ? '' : file, attachment.addedAt, attachment.sha256]
      return writeRow(
        cells.map((value) => ({ type: 'text', value })),
        NO_FILES,
      )
    })
  }

  #assign({ name, sha256 }: Named): string {
    const safe = safeFileName(name)
    const { stem, ending } = nameParts(safe)
    for (const digits of [0, 8, 64]) {
      const mark = `-${sha256.slice(0, digits)}${ending}`
      // what tells the two apart is never cut off
      const file = digits === 0 ? safe : `${cutTo(stem, Math.max(0, MAX_STEM - Buffer.byteLength(mark)))}${mark}`
      const holder = this.#taken.get(collisionKey(file))
      if (holder?.sha256 === sha256) return holder.file
      if (holder) continue
      this.#taken.set(collisionKey(file), { sha256, file })
      return file
    }
    throw new Error('Two files of one content have different names on the same disk.')
  }
}

/** Names of attachments inside, and of their files outside. `path` is where the file lies, from the root. */
export function attachmentNames(files: readonly { readonly name: string; readonly file: string; readonly path: string }[]): FileNames {
  return {
    fileOf: (name) => attachmentNamed(files, name)?.file,
    titleOf: (file) => files.find((one) => linkKey(one.file) === linkKey(file))?.name,
    pathOf: (name) => attachmentNamed(files, name)?.path,
    titleAt: (path) => files.find((one) => one.path.normalize('NFC') === path.normalize('NFC'))?.name,
  }
}
