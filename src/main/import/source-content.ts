/** The content of one file of a source, taken in or only told. */
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { MAX_ATTACHMENT_BYTES } from '../../shared/model/attachment-name.ts'
import { takeIn } from '../services/attachments/source-file.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Content } from '../workspace/attachments/incoming-file.ts'
import { mediaTypeOf, SNIFFED_BYTES } from '../workspace/attachments/media-type.ts'
import { Refusal } from './refusal.ts'
import type { ImportSource, OpenedFile } from './source.ts'

/** The disk of the workspace, or all of the source: every other file would meet the same. */
const ENDS_THE_IMPORT: ReadonlySet<string> = new Set(['DISK_FULL', 'READ_ONLY', 'IO', 'MISSING', 'CANCELLED'])
/** With a store it is copied there and pinned. @throws Refusal for what no record may have, AppError */
export async function contentOf(source: ImportSource, path: string, store: AttachmentStore | undefined): Promise<Content> {
  const opened = await source.open(path)
  if (opened.bytes > MAX_ATTACHMENT_BYTES) throw new Refusal(`a file of a record has at most ${MAX_ATTACHMENT_BYTES / 1_000_000} MB`)
  return store ? takeIn(store, opened.bytes, opened.content) : hashed(opened)
}

/** Why one file is left out, as a sentence; undefined when the failure is not about this one file. */
export function reasonForOne(error: unknown): string | undefined {
  if (error instanceof AppError) return ENDS_THE_IMPORT.has(error.code) ? undefined : error.message
  return error instanceof Refusal ? `${error.message}.` : undefined
}

/** What a file is, without taking it in. */
async function hashed({ bytes, content }: OpenedFile): Promise<Content> {
  const hash = createHash('sha256')
  let start: Buffer = Buffer.alloc(0)
  let read = 0
  for await (const step of content) {
    hash.update(step)
    read += step.length
    if (start.length < SNIFFED_BYTES) start = Buffer.concat([start, step.subarray(0, SNIFFED_BYTES - start.length)])
  }
  if (read !== bytes) throw new Refusal('it changed while it was read')
  return { sha256: hash.digest('hex'), bytes, mediaType: mediaTypeOf(start) }
}
