/** Files on their way into records of this window: what stands in the inspector while they are. */
import { create } from 'zustand'
import { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'
import { rememberUndo } from '../../store/undo-commands.ts'
import { addingFailed } from './attachment-error.ts'
import { readPiece } from './file-bytes.ts'

export interface Addition {
  /** Of the addition. */
  readonly key: number
  /** Of the record. */
  readonly id: string
  readonly name: string
  readonly done: number
  readonly total: number
  readonly stop: () => void
}

export const useAdditions = create<{ readonly additions: readonly Addition[] }>(() => ({ additions: [] }))

type Added = Output<'attachments.finish'>

let count = 0

const change = (key: number, patch: Partial<Addition>) =>
  useAdditions.setState(({ additions }) => ({ additions: additions.map((one) => (one.key === key ? { ...one, ...patch } : one)) }))

/** Shows the addition while `work` runs. Answers what was added; null when it was stopped or failed, which is told. */
async function adding(
  id: string,
  name: string,
  total: number,
  work: (key: number, signal: AbortSignal) => Promise<Added>,
): Promise<Added | null> {
  await i18n.loadNamespaces('attachments')
  count += 1
  const key = count
  const control = new AbortController()
  const addition = { key, id, name, done: 0, total, stop: () => control.abort() }
  useAdditions.setState(({ additions }) => ({ additions: [...additions, addition] }))
  try {
    const added = await work(key, control.signal)
    const { attachment, record, commit } = added
    if (commit)
      rememberUndo({ revision: commit.revision, label: i18n.t('attachments:added', { name: attachment.name, title: record.title }) })
    else showToast({ message: i18n.t('attachments:alreadyThere', { name, same: attachment.name, title: record.title }) })
    return added
  } catch (error) {
    if (!control.signal.aborted) showToast({ message: addingFailed(error, name), tone: 'bad' })
    return null
  } finally {
    useAdditions.setState(({ additions }) => ({ additions: additions.filter((one) => one.key !== key) }))
  }
}

async function send(id: string, file: Blob, name: string, onPiece: (done: number) => void, signal: AbortSignal): Promise<Added> {
  const { token } = await client.call('attachments.begin', { id, name, bytes: file.size })
  try {
    for (let from = 0; from < file.size;) {
      signal.throwIfAborted()
      const base64 = await readPiece(file, from)
      await client.call('attachments.chunk', { token, from, base64 })
      from += (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)
      onPiece(from)
    }
    signal.throwIfAborted()
    return await client.call('attachments.finish', { token })
  } catch (error) {
    // the host gives up by itself what it has refused, and what nobody goes on with
    await client.call('attachments.cancel', { token }).catch((failure: unknown) => {
      if (!(failure instanceof AppError)) throw failure
    })
    throw error
  }
}

/** Adds a file of the page's. */
export const addFile = (id: string, file: Blob, name: string): Promise<Added | null> =>
  adding(id, name, file.size, (key, signal) => send(id, file, name, (done) => change(key, { done }), signal))

/** Adds a file that was chosen in the host's dialog; it is read there. */
export const addChosen = (id: string, { handle, name, bytes }: Output<'attachments.choose'>[number]): Promise<Added | null> =>
  adding(id, name, bytes, () => client.call('attachments.addChosen', { id, handle }))
