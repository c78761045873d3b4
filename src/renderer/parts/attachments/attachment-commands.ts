/** What a person does with a file of a record. Failures are told; nothing is thrown. */
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { AppError } from '../../../shared/errors.ts'
import { i18n } from '../../i18n/index.ts'
import { isProgram } from '../../../shared/model/programs.ts'
import { findLinks } from '../../../shared/markdown/links.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { openRecords } from '../../store/records.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { askProgram } from '../dialogs/program-question.ts'
import { download } from '../files/download.ts'
import { readingFailed } from './attachment-error.ts'
import { hostHasFiles } from './choose-files.ts'
import { readContent } from './picture-cache.ts'

/** Of a record: what is typed in it is saved first, and its newest revision is meant. */
type Target = { readonly id: string; readonly baseRev: number }

async function onRecord<T extends { readonly record: AnyRecord }>(id: string, give: (target: Target) => Promise<T>): Promise<T> {
  if (openRecords.store.getState()[id]?.record) return openRecords.run(id, give)
  const { rev } = await client.call('records.get', { id })
  return give({ id, baseRev: rev })
}

async function telling(work: () => Promise<void>, words: (error: unknown) => string = formatError): Promise<void> {
  try {
    await i18n.loadNamespaces('attachments')
    await work()
  } catch (error) {
    showToast({ message: words(error), tone: 'bad' })
  }
}

async function downloadAttachment(id: string, name: string): Promise<void> {
  const content = await readContent(id, name)
  if (isProgram(name, content.type) && !(await askProgram(name))) return
  download(name, content)
}

/** With the system's program, or where there is none to be had into the downloads. */
export const openAttachment = (id: string, name: string): Promise<void> =>
  telling(async () => {
    if (hostHasFiles()) await client.call('attachments.open', { id, name })
    else await downloadAttachment(id, name)
  }, readingFailed)

export const saveAttachment = (id: string, name: string): Promise<void> =>
  telling(async () => {
    if (!hostHasFiles()) return downloadAttachment(id, name)
    const { saved } = await client.call('attachments.save', { id, name })
    if (saved) showToast({ message: i18n.t('attachments:saved', { name }), tone: 'good' })
  }, readingFailed)

export const removeAttachment = (id: string, name: string): Promise<void> =>
  telling(async () => {
    const { record, commit } = await onRecord(id, (target) => client.call('attachments.remove', { ...target, name }))
    const key = linkKey(name)
    const isShown = findLinks(record.body).some(({ embed, target }) => embed && linkKey(target) === key)
    const words = { name, title: record.title }
    const label = i18n.t('attachments:removed', words)
    offerUndo({ revision: commit.revision, label }, isShown ? i18n.t('attachments:removedStillShown', words) : label)
  })

/** Answers why the name cannot be given; null when it was, or when the failure was told. */
export async function renameAttachment(id: string, name: string, to: string): Promise<'taken' | null> {
  try {
    const { commit } = await onRecord(id, (target) => client.call('attachments.rename', { ...target, name, to }))
    if (commit) offerUndo({ revision: commit.revision, label: i18n.t('attachments:renamed', { name, to }) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID_INPUT') return 'taken'
    showToast({ message: formatError(error), tone: 'bad' })
  }
  return null
}
