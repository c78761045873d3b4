/** The files that come with imported records: those that our own front matter lists, and what plain notes name. */
import { basename, dirname, join } from 'node:path/posix'
import type { Attachment } from '../../shared/model/attachment.ts'
import { attachmentNameProblem, cleanAttachmentName, freeAttachmentName, MAX_ATTACHMENTS } from '../../shared/model/attachment-name.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { ATTACHMENTS, attachmentNames } from '../export/attachment-files.ts'
import { ATTACHMENTS_KEY } from '../export/properties.ts'
import { NO_FILES, readRow, type FileNames } from '../export/property-values.ts'
import { pacing } from '../services/pacing.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Content } from '../workspace/attachments/incoming-file.ts'
import { textsOf, type Draft } from './draft.ts'
import { contentOf, reasonForOne } from './source-content.ts'
import { isMarkdown, type ImportSource } from './source.ts'
import { filesNamedIn } from './vault-links.ts'
import { VaultPaths } from './vault-paths.ts'
import { textsWithLinks } from './vault-properties.ts'

/** The files of a record, and how links of its file call them. */
export interface AttachedFiles {
  readonly attachments: readonly Attachment[]
  readonly names: FileNames
}

/** A file that comes with a record. */
export interface AttachedFile {
  readonly attachment: Attachment
  /** How links of the record's file call it. */
  readonly file: string
  /** Where it lies, from the root. */
  readonly path: string
}

export const attachedFiles = (attachments: readonly Attachment[], files: readonly AttachedFile[]): AttachedFiles => ({
  attachments,
  names: attachmentNames(files.map(({ attachment, file, path }) => ({ name: attachment.name, file, path }))),
})

/** A file that a draft names, and where it lies. */
interface Wanted {
  readonly name: string
  /** How links call it. */
  readonly file: string
  readonly path: string | undefined
  readonly addedAt: string
  /** What the front matter says; empty when it says nothing. */
  readonly sha256: string
}

export interface AttachedFilesOptions {
  readonly source: ImportSource
  /** Every file that was listed, from the root, written with `/`, sorted. */
  readonly files: readonly string[]
  /** The same, as links of plain files find them; of the files alone unless given. */
  readonly vault?: VaultPaths
  /** ISO 8601 instant. */
  readonly now: string
  readonly remark: (file: string, remark: string) => void
}

/** Known between two turns of the event loop. */
const FILES_AT_ONCE = 1_000
/** macOS hands names over decomposed. */
const plain = (path: string) => path.normalize('NFC')

export class AttachedFilesReader {
  /** As links of plain files find them. */
  readonly vault: VaultPaths
  readonly #options: AttachedFilesOptions
  readonly #paths = new Map<string, string>()
  /** By the key of the bare name; the first in the order of paths. */
  readonly #byName = new Map<string, string>()
  readonly #pinned: { readonly path: string; readonly store: AttachmentStore; readonly sha256: string }[] = []
  readonly #hashed = new Map<string, Promise<Content>>()
  readonly #copied = new Map<string, Promise<Content>>()
  /** Files that something names. */
  readonly taken = new Set<string>()

  constructor(options: AttachedFilesOptions) {
    this.#options = options
    this.vault = options.vault ?? new VaultPaths(options.files)
    for (const path of options.files) this.#know(path)
  }

  /** As the constructor, in turns with whatever else is to be done: for the files of a whole source. */
  static async of(options: AttachedFilesOptions & { readonly vault: VaultPaths }): Promise<AttachedFilesReader> {
    const reader = new AttachedFilesReader({ ...options, files: [] })
    const next = pacing(FILES_AT_ONCE)
    for (const path of options.files) {
      await next()
      reader.#know(path)
    }
    return reader
  }

  /** Files whose contents were taken in. */
  get copied(): number {
    return new Set(this.#pinned.map(({ path }) => path)).size
  }

  /** The files that a record of ours lists: they are no notes, whatever they are called. */
  listed(draft: Draft): string[] {
    return draft.id === undefined ? [] : this.#rows(draft).flatMap(({ path }) => path ?? [])
  }

  /** Whether a draft names any, there or not; and where those that are there lie. */
  named(draft: Draft): { readonly any: boolean; readonly paths: readonly string[] } {
    const wanted = this.#wanted(draft)
    return { any: wanted.length > 0, paths: wanted.flatMap(({ path }) => path ?? []) }
  }

  /** What a draft names. With a store its contents are taken in and pinned; without one only hashed. */
  async read(draft: Draft, store: AttachmentStore | undefined): Promise<AttachedFile[]> {
    const files: AttachedFile[] = []
    for (const wanted of this.#wanted(draft)) {
      const content = await this.#content(draft, wanted, store)
      if (!content) continue
      if (files.length >= MAX_ATTACHMENTS) {
        this.#options.remark(draft.path, `The file “${wanted.file}” was left out: a record has ${MAX_ATTACHMENTS} files at most.`)
        continue
      }
      const name = freeAttachmentName(
        wanted.name,
        files.map(({ attachment }) => attachment.name),
      )
      files.push({ attachment: { name, ...content, addedAt: wanted.addedAt }, file: wanted.file, path: wanted.path ?? '' })
    }
    return files
  }

  /** That nobody takes the files in is said of each. */
  leaveOut(draft: Draft): void {
    for (const { file } of this.#wanted(draft)) this.#options.remark(draft.path, `The file “${file}” was left out.`)
  }

  /** The records are saved, or will not be. */
  release(): void {
    for (const { store, sha256 } of this.#pinned.splice(0)) store.unpin(sha256)
  }

  #know(path: string): void {
    this.#paths.set(plain(path), path)
    // a note is no file of a record because one of that name is missing
    if (isMarkdown(path) && basename(dirname(path)) !== ATTACHMENTS) return
    const key = linkKey(basename(path))
    if (!this.#byName.has(key)) this.#byName.set(key, path)
  }

  #wanted(draft: Draft): Wanted[] {
    return draft.id === undefined ? this.#namedInNote(draft) : this.#rows(draft)
  }

  async #content(draft: Draft, { path, file, sha256 }: Wanted, store: AttachmentStore | undefined): Promise<Content | undefined> {
    const { remark } = this.#options
    if (path === undefined) {
      remark(draft.path, `The file “${file}” is not in the folder and was left out.`)
      return undefined
    }
    try {
      const content = await this.#contentAt(path, store)
      this.taken.add(path)
      if (sha256 !== '' && sha256 !== content.sha256) remark(draft.path, `The file “${file}” was changed since it was exported.`)
      return content
    } catch (error) {
      const why = reasonForOne(error)
      if (why === undefined) throw error
      remark(draft.path, `The file “${file}” was left out: ${why}`)
      return undefined
    }
  }

  /** Once, however many records name it. */
  #contentAt(path: string, store: AttachmentStore | undefined): Promise<Content> {
    const contents = store ? this.#copied : this.#hashed
    const known = contents.get(path)
    if (known) return known
    const content = this.#takeIn(path, store)
    contents.set(path, content)
    return content
  }

  async #takeIn(path: string, store: AttachmentStore | undefined): Promise<Content> {
    const content = await contentOf(this.#options.source, path, store)
    if (store) this.#pinned.push({ path, store, sha256: content.sha256 })
    return content
  }

  #rows(draft: Draft): Wanted[] {
    return textsOf(draft.front.get(ATTACHMENTS_KEY)).map((line) => {
      const [name = '', file = '', addedAt = '', sha256 = ''] = readRow(line, [], NO_FILES, false)
      const own = file || name
      return {
        name: attachmentNameProblem(name) === undefined ? name : cleanAttachmentName(name),
        file: own,
        path: this.#inPlace(draft, own) ?? this.#byName.get(linkKey(own)),
        addedAt: isInstant(addedAt) ? addedAt : this.#options.now,
        sha256,
      }
    })
  }

  /** In the folder for files of records that lies nearest: beside the file, or beside one of the folders that it lies in. */
  #inPlace(draft: Draft, file: string): string | undefined {
    if (file.includes('/')) return undefined
    for (let folder = dirname(draft.path); ; folder = dirname(folder)) {
      const found = this.#paths.get(plain(join(folder, ATTACHMENTS, file)))
      if (found !== undefined || folder === '.') return found
    }
  }

  /** What a plain note shows in place or links to, in its properties too. Notes among it stay links. */
  #namedInNote({ body, path: from, front }: Draft): Wanted[] {
    const texts = [body, ...[...front.values()].flatMap(textsWithLinks)]
    return [...new Set(texts.flatMap((text) => filesNamedIn(text, from, this.vault)))].map((path) => {
      const file = basename(path)
      return { name: cleanAttachmentName(file), file, path, addedAt: this.#options.now, sha256: '' }
    })
  }
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
