/** Which files of a record cannot be had as they were added. */
import { CHECKED_BYTES } from '../../../shared/contract/attachments.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Attachment } from '../../../shared/model/attachment.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'

type Unsound = Output<'attachments.unsound'>[number]

/** Contents that were read through since the workspace was opened: a record is looked at more often than a disk goes bad. */
const foundSound = new WeakMap<AttachmentStore, Set<string>>()

/** Names the files among `attachments` whose content is missing or damaged; how far contents are read says `attachments.unsound`. */
export async function unsoundFiles(store: AttachmentStore, attachments: readonly Attachment[]): Promise<Unsound[]> {
  const sound = foundSound.get(store) ?? new Set()
  foundSound.set(store, sound)
  const unsound: Unsound[] = []
  let left = CHECKED_BYTES
  for (const { name, sha256, bytes } of attachments) {
    const isRead = !sound.has(sha256) && bytes <= left
    if (isRead) left -= bytes
    const state = await stateOf(store, { sha256, bytes }, isRead)
    if (state !== 'sound') unsound.push({ name, state })
    else if (isRead) sound.add(sha256)
  }
  return unsound
}

async function stateOf(
  store: AttachmentStore,
  { sha256, bytes }: Pick<Attachment, 'sha256' | 'bytes'>,
  isRead: boolean,
): Promise<Unsound['state'] | 'sound'> {
  try {
    if ((await store.size(sha256)) !== bytes) return 'damaged'
    if (isRead) await store.verify(sha256)
    return 'sound'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // a place that the disk does not give back is of no more use than a changed one
    return error.code === 'MISSING' ? 'missing' : 'damaged'
  }
}
