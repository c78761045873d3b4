/** Files of records. Their bytes travel in pieces, or the host reads and writes them itself; no path ever crosses. */
import { attachment, attachmentName } from '../model/attachment.ts'
import { count, recordId } from '../model/common.ts'
import { record } from '../model/record.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'

/** Bytes of one piece, before base64. */
export const CHUNK_BYTES = 1024 * 1024
const base64 = z
  .string()
  .max(Math.ceil(CHUNK_BYTES / 3) * 4)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'The bytes of a file are written in base64.')

/** So much of the contents of a record is read through when its files are listed. */
export const CHECKED_BYTES = 32 * 1024 * 1024

const commit = z.strictObject({ revision: count })
const token = z.string().max(100)
/** A file's name as the system has it: it is cleaned before it is used. */
const foreignName = z.string().max(1_000)
const target = { id: recordId, baseRev: count, name: attachmentName }
/** `commit` is null when the record had this content already: then `attachment` is that one. */
const added = z.strictObject({ attachment, record, commit: commit.nullable() })
const named = z.strictObject({ id: recordId, name: attachmentName })

export const attachmentMethods = {
  /**
   * A file of so many bytes is to come from the page. `token` is this window's, lives two minutes from its last use and
   * goes with the window. INVALID_INPUT with `details.problem` tooLarge or tooMany, ADOPTED, DISK_FULL, READ_ONLY.
   */
  'attachments.begin': method(z.strictObject({ id: recordId, name: foreignName, bytes: count }), z.strictObject({ token })),
  /** The next piece; `from` is its place in the file. After a refusal the token is gone. */
  'attachments.chunk': method(z.strictObject({ token, from: count, base64 }), nothing),
  /** The content is on the disk, then the record names it. A name that is taken gets a number. */
  'attachments.finish': method(z.strictObject({ token }), added),
  'attachments.cancel': method(z.strictObject({ token }), nothing),

  /** The system's dialog (capability `files: 'host'`); empty when dismissed. */
  'attachments.choose': method(nothing, z.array(z.strictObject({ handle: token, name: z.string(), bytes: count }))),
  /** A file of `attachments.choose`, read by the host; a handle is good for one. */
  'attachments.addChosen': method(z.strictObject({ id: recordId, handle: token }), added),

  /**
   * A part of a content from a place on; `bytes` is the whole size and `mediaType` what its first bytes show it to be.
   * The whole is checked against its hash when `from` is 0. MISSING, DAMAGED when it is not there or not what it was.
   */
  'attachments.read': method(
    z.strictObject({ id: recordId, name: attachmentName, from: count }),
    z.strictObject({ base64, bytes: count, mediaType: z.string() }),
  ),
  /**
   * The files whose content is not there, or not what was added. The sizes of all are looked at; contents are read through
   * up to 32 MiB a call and once an opening of the workspace, so that of large files a changed byte shows when they are read.
   */
  'attachments.unsound': method(
    z.strictObject({ id: recordId }),
    z.array(z.strictObject({ name: attachmentName, state: z.enum(['missing', 'damaged']) })),
  ),
  /** Gives another name and rewrites the embeds in the record's own text. INVALID_INPUT when the name is taken. */
  'attachments.rename': method(z.strictObject({ ...target, to: attachmentName }), z.strictObject({ record, commit: commit.nullable() })),
  /** From the record; the content stays as long as any version names it. */
  'attachments.remove': method(z.strictObject(target), z.strictObject({ record, commit })),
  /**
   * Opens a copy with the system's program (capability `files: 'host'`). The host asks first when it may be a program;
   * `opened` is false when the person says no.
   */
  'attachments.open': method(named, z.strictObject({ opened: z.boolean() })),
  /** Saves a copy where the system's dialog says (capability `files: 'host'`); false when dismissed. */
  'attachments.save': method(named, z.strictObject({ saved: z.boolean() })),
} as const
