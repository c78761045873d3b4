/** Files of records: added from the page or by the host, read, renamed, removed, opened, saved. */
import { basename } from 'node:path'
import { CHUNK_BYTES, type attachmentMethods } from '../../../shared/contract/attachments.ts'
import { AppError } from '../../../shared/errors.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import { readOnlyError } from '../../workspace/refusals.ts'
import type { Content } from '../../workspace/attachments/incoming-file.ts'
import { isProgram } from '../../../shared/model/programs.ts'
import { safeFileName } from '../../../shared/text/safe-file-name.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { written, type OpenWorkspace } from '../workspace/open-workspace.ts'
import type { AttachmentParts } from './attachment-parts.ts'
import { addAttachment, fileOf, refuseToAdd, removeAttachment, renameAttachment } from './change-attachments.ts'
import { shownSize, takeInFile } from './source-file.ts'
import { unsoundFiles } from './unsound-files.ts'
import { writeOutside } from './write-outside.ts'
import { readRecord } from '../records/read-record.ts'

/** @throws AppError when nothing could be added to this record, before anything is copied */
async function mayAdd(open: OpenWorkspace, id: string): Promise<void> {
  if (open.workspace.readOnly !== null) throw readOnlyError(open.workspace.readOnly)
  refuseToAdd(await open.workspace.read(id), id)
}

const uploadGone = () =>
  new AppError('NOT_FOUND', 'Another workspace was opened before the file was whole. It was not added and nothing was changed.')

/** Handles `attachments.*`. A content is on the disk and pinned before a record comes to name it. */
export function attachmentsService(context: ServiceContext, parts: AttachmentParts): Service<typeof attachmentMethods> {
  const { session, author, clock, desktop } = context
  const { keeper, uploads, chosen, copies } = parts
  /** What is removed stays a version of its own, from which it is found again; what comes belongs to the sitting. */
  const command = { kind: 'command' } as const

  const needHost = () => {
    if (desktop.capabilities.files === 'host') return
    throw new AppError('UNSUPPORTED', 'Files are chosen, opened and saved by the page here. Nothing was changed.')
  }

  /** The content is on the disk and pinned; now the record names it. */
  const nameIt = async (open: OpenWorkspace, file: { id: string; name: string; content: Content }, { client }: CallContext) => {
    const { id, name, content } = file
    try {
      const at = new Date(clock()).toISOString()
      const { value, commit } = await open.change(author(), client, (transaction) => addAttachment(transaction, id, { name, content, at }))
      return { attachment: value, record: await readRecord(open, id), commit }
    } finally {
      keeper.storeOf(open).unpin(content.sha256)
    }
  }

  const contentOf = async (open: OpenWorkspace, id: string, name: string) => {
    const { sha256, name: own } = fileOf(await readRecord(open, id), name)
    const store = keeper.storeOf(open)
    return { store, sha256, name: own, mediaType: await store.mediaType(sha256) }
  }

  return {
    'attachments.begin': ({ id, name, bytes }, { client }) =>
      session.use(async (open) => {
        await mayAdd(open, id)
        await uploads.makeRoom(client)
        const file = await keeper.storeOf(open).receive(bytes)
        return { token: uploads.add({ client, open, id, name, file }) }
      }),

    'attachments.chunk': async ({ token, from, base64 }, { client }) => {
      const { file } = uploads.find(token, client)
      try {
        if (from !== file.received) throw new AppError('INVALID_INPUT', 'A piece of the file is missing. It was not added; add it again.')
        await file.write(Buffer.from(base64, 'base64'))
      } catch (error) {
        uploads.take(token, client)
        await file.discard()
        throw error
      }
      return {}
    },

    'attachments.finish': ({ token }, call) => {
      const upload = uploads.take(token, call.client)
      const finish = async (open: OpenWorkspace) => {
        if (open !== upload.open) throw uploadGone()
        const content = await upload.file.finish()
        return nameIt(open, { id: upload.id, name: upload.name, content }, call)
      }
      return session.use(finish).catch(async (error: unknown) => {
        await upload.file.discard()
        throw error
      })
    },

    'attachments.cancel': async ({ token }, { client }) => {
      await uploads.take(token, client).file.discard()
      return {}
    },

    'attachments.choose': async (_input, { client }) => {
      needHost()
      const paths = await desktop.chooseFiles(client)
      return Promise.all(
        paths.map(async (path) => ({ handle: chosen.give(path, client), name: basename(path), bytes: await shownSize(path) })),
      )
    },

    'attachments.addChosen': ({ id, handle }, call) => {
      needHost()
      const path = chosen.take(handle, call.client)
      return session.use(async (open) => {
        await mayAdd(open, id)
        const content = await takeInFile(keeper.storeOf(open), path)
        return nameIt(open, { id, name: basename(path), content }, call)
      })
    },

    'attachments.read': ({ id, name, from }) =>
      session.use(async (open) => {
        const { store, sha256, mediaType } = await contentOf(open, id, name)
        if (from === 0) await store.verify(sha256)
        const bytes = await store.size(sha256)
        const piece = await store.read(sha256, from, Math.max(0, Math.min(CHUNK_BYTES, bytes - from)))
        return { base64: Buffer.from(piece).toString('base64'), bytes, mediaType }
      }),

    'attachments.unsound': ({ id }) =>
      session.use(async (open) => unsoundFiles(keeper.storeOf(open), (await readRecord(open, id)).attachments)),

    'attachments.rename': ({ id, baseRev, name, to }, { client }) =>
      session.use(async (open) => {
        const target = { id, baseRev, name }
        const { commit } = await open.change(author(), client, (transaction) => renameAttachment(transaction, target, to))
        return { record: await readRecord(open, id), commit }
      }),

    'attachments.remove': ({ id, baseRev, name }, { client }) =>
      session.use(async (open) => {
        const target = { id, baseRev, name }
        const { commit } = await open.change(author(), client, (transaction) => removeAttachment(transaction, target), command)
        return { record: await readRecord(open, id), commit: written(commit) }
      }),

    'attachments.open': ({ id, name }, { client }) =>
      session.use(async (open) => {
        needHost()
        const { store, sha256, name: own, mediaType } = await contentOf(open, id, name)
        // before anything with that name lies anywhere
        if (isProgram(own, mediaType) && !(await desktop.confirmProgram(own, client))) return { opened: false }
        await desktop.openFile(await copies.make(store, sha256, own))
        return { opened: true }
      }),

    'attachments.save': ({ id, name }, { client }) =>
      session.use(async (open) => {
        needHost()
        const { store, sha256, name: own } = await contentOf(open, id, name)
        const path = await desktop.chooseSavePlace(safeFileName(own), client)
        if (path === null) return { saved: false }
        await writeOutside(path, store.content(sha256))
        return { saved: true }
      }),
  }
}
