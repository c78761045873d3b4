/** The files that come with imported records: those that our own front matter lists, and what plain notes embed. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Attachment } from '../../shared/model/attachment.ts'
import {
  attachmentNamed,
  attachmentNameProblem,
  cleanAttachmentName,
  freeAttachmentName,
  MAX_ATTACHMENTS,
} from '../../shared/model/attachment-name.ts'
import { findLinks } from '../../shared/markdown/links.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { ATTACHMENTS, attachmentNames } from '../export/attachment-files.ts'
import { ATTACHMENTS_KEY } from '../export/properties.ts'
import { NO_FILES, readRow, type FileNames } from '../export/property-values.ts'
import { sourceSize, takeInFile } from '../services/attachments/source-file.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import { mediaTypeOf, SNIFFED_BYTES } from '../workspace/attachments/media-type.ts'
import type { Content } from '../workspace/attachments/incoming-file.ts'
import { textsOf, type Draft } from './draft.ts'

export interface AttachedFiles {
  readonly attachments: readonly Attachment[]
  /** How embeds of the file call them. */
  readonly names: FileNames
}

/** A file that a draft names, and where it lies. */
interface Wanted {
  readonly name: string
  /** How embeds call it. */
  readonly file: string
  readonly path: string | undefined
  readonly addedAt: string
  /** What the front matter says; empty when it says nothing. */
  readonly sha256: string
}

export interface AttachedFilesOptions {
  readonly folder: string
  /** Every file that was found, from the folder, written with `/`; links of the file system are not among them. */
  readonly files: readonly string[]
  /** Left out: nothing is taken in, and each file is named. */
  readonly store: AttachmentStore | undefined
  /** ISO 8601 instant. */
  readonly now: string
  readonly remark: (file: string, remark: string) => void
}

/** The disk of the workspace: every other file would meet the same. */
const ENDS_THE_IMPORT: ReadonlySet<string> = new Set(['DISK_FULL', 'READ_ONLY', 'IO'])
/** macOS hands names over decomposed. */
const plain = (path: string) => path.normalize('NFC')

export class AttachedFilesReader {
  readonly #options: AttachedFilesOptions
  readonly #paths: ReadonlyMap<string, string>
  /** By the key of the bare name; the first in the order of paths. */
  readonly #byName = new Map<string, string>()
  readonly #pinned: string[] = []
  /** Files that were taken in. */
  readonly taken = new Set<string>()

  constructor(options: AttachedFilesOptions) {
    this.#options = options
    this.#paths = new Map(options.files.map((path) => [plain(path), path]))
    for (const path of options.files) {
      const key = linkKey(basename(path))
      if (!this.#byName.has(key)) this.#byName.set(key, path)
    }
  }

  /** The files that a record of ours lists: they are no notes, whatever they are called. */
  listed(draft: Draft): string[] {
    return draft.id === undefined ? [] : this.#rows(draft).flatMap(({ path }) => path ?? [])
  }

  /** Takes in what a draft names. `isThere`: its record is in the workspace already, and only the hashes are wanted. */
  async read(draft: Draft, isThere: boolean): Promise<AttachedFiles> {
    const attachments: Attachment[] = []
    const names: { name: string; file: string; path: string }[] = []
    for (const wanted of draft.id === undefined ? this.#embedded(draft) : this.#rows(draft)) {
      const content = await this.#content(draft, wanted, isThere)
      if (!content) continue
      if (attachments.length >= MAX_ATTACHMENTS) {
        this.#options.remark(draft.path, `The file “${wanted.file}” was left out: a record has ${MAX_ATTACHMENTS} files at most.`)
        continue
      }
      const name = freeAttachmentName(
        wanted.name,
        attachments.map((one) => one.name),
      )
      attachments.push({ name, ...content, addedAt: wanted.addedAt })
      names.push({ name, file: wanted.file, path: wanted.path ?? '' })
    }
    return { attachments, names: attachmentNames(names) }
  }

  /** The records are saved, or will not be. */
  release(): void {
    for (const hash of this.#pinned.splice(0)) this.#options.store?.unpin(hash)
  }

  async #content(draft: Draft, { path, file, sha256 }: Wanted, isThere: boolean): Promise<Content | undefined> {
    const { folder, store, remark } = this.#options
    if (path === undefined) {
      remark(draft.path, `The file “${file}” is not in the folder and was left out.`)
      return undefined
    }
    if (!store && !isThere) {
      remark(draft.path, `The file “${file}” was left out.`)
      return undefined
    }
    try {
      const content = store && !isThere ? await takeInFile(store, join(folder, path)) : await contentAt(join(folder, path))
      this.taken.add(path)
      if (store && !isThere) this.#pinned.push(content.sha256)
      if (sha256 !== '' && sha256 !== content.sha256) remark(draft.path, `The file “${file}” was changed since it was exported.`)
      return content
    } catch (error) {
      if (!(error instanceof AppError) || ENDS_THE_IMPORT.has(error.code)) throw error
      remark(draft.path, `The file “${file}” was left out: ${error.message}`)
      return undefined
    }
  }

  #rows(draft: Draft): Wanted[] {
    return textsOf(draft.front.get(ATTACHMENTS_KEY)).map((line) => {
      const [name = '', file = '', addedAt = '', sha256 = ''] = readRow(line, [], NO_FILES, false)
      const own = file || name
      const inPlace = own.includes('/') ? undefined : this.#paths.get(plain(join(dirname(dirname(draft.path)), ATTACHMENTS, own)))
      return {
        name: attachmentNameProblem(name) === undefined ? name : cleanAttachmentName(name),
        file: own,
        path: inPlace ?? this.#byName.get(linkKey(own)),
        addedAt: isInstant(addedAt) ? addedAt : this.#options.now,
        sha256,
      }
    })
  }

  /** What a plain note shows in place: `![[Folder/picture.png]]`. Notes among it stay links. */
  #embedded(draft: Draft): Wanted[] {
    const wanted: Wanted[] = []
    for (const { embed, target } of findLinks(draft.body)) {
      const name = cleanAttachmentName(basename(target))
      const path =
        embed &&
        !attachmentNamed(
          wanted.map(({ file }) => ({ name: file })),
          target,
        )
          ? this.#pathOf(draft, target)
          : undefined
      if (path !== undefined) wanted.push({ name, file: target, path, addedAt: this.#options.now, sha256: '' })
    }
    return wanted
  }

  #pathOf(draft: Draft, target: string): string | undefined {
    const written = plain(target)
    const found =
      this.#paths.get(plain(join(dirname(draft.path), written))) ?? this.#paths.get(written) ?? this.#byName.get(linkKey(basename(written)))
    return found !== undefined && /\.(?:md|markdown)$/i.test(found) ? undefined : found
  }
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** What a file is, without taking it in. */
async function contentAt(path: string): Promise<Content> {
  const bytes = await sourceSize(path)
  const hash = createHash('sha256')
  let start: Buffer = Buffer.alloc(0)
  for await (const step of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(step)
    if (start.length < SNIFFED_BYTES) start = Buffer.concat([start, step.subarray(0, SNIFFED_BYTES - start.length)])
  }
  return { sha256: hash.digest('hex'), bytes, mediaType: mediaTypeOf(start) }
}
