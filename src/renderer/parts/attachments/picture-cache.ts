/** Pictures as addresses of this page's own memory: read through the contract, shared by those who show them, let go after. */
import { AppError } from '../../../shared/errors.ts'
import type { Attachment } from '../../../shared/model/attachment.ts'
import { PICTURE_TYPES } from '../../../shared/model/pictures.ts'
import { client } from '../../api/client.ts'
import { bytesOf } from './file-bytes.ts'

/** A picture that went out of sight may come back at once. */
const KEPT_MS = 10_000

interface Entry {
  readonly address: Promise<string>
  users: number
  timer: ReturnType<typeof setTimeout> | undefined
}

const entries = new Map<string, Entry>()

export interface Picture {
  /** Rejects with an AppError when the content is missing, damaged or no picture. */
  readonly address: Promise<string>
  readonly release: () => void
}

/** The whole content of a file of a record. */
export async function readContent(id: string, name: string): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let type = ''
  for (let from = 0; ;) {
    const { base64, bytes, mediaType } = await client.call('attachments.read', { id, name, from })
    const piece = bytesOf(base64)
    pieces.push(piece)
    type = mediaType
    from += piece.length
    if (from >= bytes || piece.length === 0) break
  }
  return new Blob(pieces, { type })
}

async function addressOf(id: string, name: string): Promise<string> {
  const content = await readContent(id, name)
  // the host has looked at the bytes; what the record says of them counts for nothing
  if (!PICTURE_TYPES.has(content.type)) throw new AppError('INVALID_INPUT', 'That is no picture.', { problem: 'notPicture' })
  return URL.createObjectURL(content)
}

function letGo(hash: string, entry: Entry): void {
  entry.users -= 1
  if (entry.users > 0) return
  entry.timer = setTimeout(() => {
    entries.delete(hash)
    entry.address.then(
      (address) => URL.revokeObjectURL(address),
      () => undefined,
    )
  }, KEPT_MS)
}

export function acquirePicture(id: string, { name, sha256 }: Attachment): Picture {
  let entry = entries.get(sha256)
  if (!entry) {
    entry = { address: addressOf(id, name), users: 0, timer: undefined }
    const made = entry
    entries.set(sha256, made)
    // a failure is asked for again the next time
    made.address.catch(() => {
      if (entries.get(sha256) === made) entries.delete(sha256)
    })
  }
  const held = entry
  clearTimeout(held.timer)
  held.users += 1
  let released = false
  return {
    address: held.address,
    release() {
      if (released) return
      released = true
      letGo(sha256, held)
    },
  }
}
